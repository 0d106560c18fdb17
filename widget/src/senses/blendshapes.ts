import type { Ratios } from './face-ratios.ts';

/** How far muscles are from rest, 0 to 1, by their names in MediaPipe's face landmarker. */
export type Blendshapes = ReadonlyMap<string, number>;

/**
 * The size of a ratio for a full expression: with it a twentieth of one is as much as the least deviation that the sense's
 * measures let count, so that both kinds of model are compared with the same floors.
 */
const FULL = { eyes: 0.3, brows: 0.12, mouth: 0.24 };

/**
 * Eyes, brows and mouth of a face as its muscles say, in place of the ratios of its outline, and with the same signs:
 *
 *     eyes  = 0.30 · (wide − blink)
 *     brows = 0.12 · (inner up + outer up − down) / 2
 *     mouth = 0.24 · (stretch − pucker)
 *
 * Left and right count as their mean. What makes a smile (`mouthSmile`, `cheekSquint`, `mouthDimple`) is not read at all:
 * people smile when annoyed, too, so that a smile says nothing for them or against them.
 */
export function musclesOf(shapes: Blendshapes): Pick<Ratios, 'eyes' | 'brows' | 'mouth'> {
  const of = (name: string) => shapes.get(name) ?? 0;
  const both = (name: string) => (of(`${name}Left`) + of(`${name}Right`)) / 2;
  return {
    eyes: FULL.eyes * (both('eyeWide') - both('eyeBlink')),
    brows: (FULL.brows * (of('browInnerUp') + both('browOuterUp') - both('browDown'))) / 2,
    mouth: FULL.mouth * (both('mouthStretch') - of('mouthPucker')),
  };
}
