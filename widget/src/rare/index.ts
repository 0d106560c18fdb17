// The lazy chunk of what a visit needs only now and then: fields from the first one that is entered, names of elements from the first signal,
// swipes and taps on a touch screen, frames that a site opened, copied error texts,
// controls under clear layers or moved away, POST where sockets do not get through.
import type { Rare } from '../surroundings.ts';
import { coveredAt } from './covered.ts';
import { refOf } from './element-ref.ts';
import { errorTextOf } from './error-text.ts';
import { watchFields } from './fields.ts';
import { join } from './frames.ts';
import { movedTo } from './moved.ts';
import { post } from './post.ts';
import { touches } from './touch.ts';

declare const BUILD: string;

const rare: Rare = { _touches: touches, _join: join, _fields: watchFields, _refOf: refOf, _post: post, _coveredAt: coveredAt, _movedTo: movedTo, _errorTextOf: errorTextOf, stop() {} };

(globalThis as unknown as Record<string, () => Rare>)[`rapport${BUILD}`] = () => rare;
