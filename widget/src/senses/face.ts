import { measureInFrame } from './host.ts';
import { register } from './sense.ts';

register('face', (bench) => measureInFrame(bench, 'rapport-face.html', 'camera', 'camera'));
