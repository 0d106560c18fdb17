// The lazy chunk of what a visit needs only now and then: fields from the first one that is entered, names of elements from the first signal,
// swipes and taps on a touch screen, frames that a site opened, copied error texts.
import type { Rare } from '../surroundings.ts';
import { refOf } from './element-ref.ts';
import { errorTextOf } from './error-text.ts';
import { watchFields } from './fields.ts';
import { join } from './frames.ts';
import { touches } from './touch.ts';

declare const BUILD: string;

const rare: Rare = { _touches: touches, _join: join, _fields: watchFields, _refOf: refOf, _errorTextOf: errorTextOf, stop() {} };

(globalThis as unknown as Record<string, () => Rare>)[`rapport${BUILD}`] = () => rare;
