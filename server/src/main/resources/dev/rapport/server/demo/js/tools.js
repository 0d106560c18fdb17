/** Drawings of the four tools, on the same 400 by 480 ground as the bags. */
import { s } from './dom.js'

const path = (d, fill, more) => s('path', { d, fill, ...more })
const line = (d, stroke, width) => s('path', { d, fill: 'none', stroke, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })

export const tools = {
  dripper: ({ bag, ink, a, b }) => [
    line('M300 190q56 6 52 52-4 40-62 40', bag, 22),
    path('M92 168h216l-70 150h-76z', bag),
    path('M92 168h216l-10 22H102z', b),
    path('M108 168h184l-12 12H120z', a),
    ...[130, 156, 182, 218, 244, 270].map((x, i) => line(`M${x} 196L${178 + i * 9} 306`, b, 4)),
    path('M84 318h232q8 0 8 10t-8 10H84q-8 0-8-10t8-10z', bag),
    path('M150 338h100l-6 30h-88z', bag),
    path('M150 338h100l-3 10H153z', b),
    path('M196 372q-7 16 4 20 11-4 4-20-4-10-4-10t-4 10z', ink),
  ],
  kettle: ({ bag, a, b }) => [
    line('M262 190q70-6 70 66 0 60-46 96', b, 20),
    line('M128 318q-54-20-54-92 0-44-32-44', bag, 20),
    path('M138 196h124l34 176q2 20-18 20H122q-20 0-18-20z', bag),
    path('M138 196h34l-12 196h-38q-20 0-18-20z', '#ffffff', { opacity: 0.1 }),
    path('M104 372q0 20 18 20h156q20 0 18-20l-3-16H107z', b),
    path('M146 182h108q10 0 10 14H136q0-14 10-14z', b),
    path('M186 166h28v18h-28z', b),
    s('circle', { cx: 200, cy: 156, r: 17, fill: a }),
  ],
  grinder: ({ bag, ink, a, b }) => [
    line('M200 108L318 84', b, 11),
    s('rect', { x: 192, y: 96, width: 16, height: 50, fill: b }),
    s('circle', { cx: 318, cy: 84, r: 22, fill: a }),
    path('M146 150q0-16 16-16h76q16 0 16 16v8H146z', b),
    path('M142 158h116v118H142z', bag),
    path('M142 158h26v118h-26z', '#ffffff', { opacity: 0.1 }),
    path('M136 276h128v24H136z', a),
    ...[150, 166, 182, 198, 214, 230, 246].map(x => line(`M${x} 280v16`, b, 3)),
    path('M146 300h108v90q0 16-16 16h-76q-16 0-16-16z', b),
    path('M146 300h24v106h-8q-16 0-16-16z', '#ffffff', { opacity: 0.08 }),
    s('circle', { cx: 200, cy: 214, r: 24, fill: ink }),
    path('M200 190c11 10-11 38 0 48a24 24 0 0 1 0-48z', bag),
  ],
  mug: ({ bag, ink, b }) => [
    line('M284 226q62-8 62 50t-70 56', bag, 24),
    line('M284 226q62-8 62 50t-70 56', b, 3),
    path('M106 190h192l-8 184q-2 28-30 28H144q-28 0-30-28z', bag),
    path('M106 190h192v8q0 18-96 18t-96-18z', b),
    path('M116 196q10-10 86-10t86 10q-8 14-86 14t-86-14z', '#4a2c1a'),
    s('circle', { cx: 202, cy: 306, r: 58, fill: ink }),
    path('M202 248c27 24-27 92 0 116a58 58 0 0 0 0-116z', bag),
    path('M106 190h22l-4 198q-9-4-10-14z', '#000000', { opacity: 0.05 }),
  ],
}
