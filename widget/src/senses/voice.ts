import { measureInFrame } from './host.ts';
import { register } from './sense.ts';

register('voice', (bench) => measureInFrame(bench, 'rapport-voice.html', 'microphone; autoplay', 'microphone'));
