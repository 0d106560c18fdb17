/**
 * What the shop sells. Prices in cents, for 250 g of a coffee. `taste` is how bright, sweet and heavy, 1 to 5; `art` names a motif of
 * motifs.js or a drawing of tools.js, and its colours.
 */
export const products = [
  {
    id: 'kochere', name: 'Kochere', kind: 'light', cents: 1350, origin: 'Ethiopia, washed',
    notes: 'Bergamot, white peach, jasmine', taste: [5, 3, 1],
    about: 'Grown by 600 smallholders on red soil at 2,000 metres, washed the day it is picked and dried for a fortnight on raised beds. Smells of a garden after rain; tastes of tea with a slice of peach in it.',
    brewing: 'Rinse the filter. 16 g to 260 g of water at 94 °C, three pours, three minutes. Let it cool a little: the peach arrives late.',
    from: 'The Kochere washing stations lie in the south of Ethiopia, where coffee grows under false banana and old cordia trees. We buy from Debo station since 2019.',
    art: { motif: 'rays', tile: '#f3cdb1', bag: '#d9583b', ink: '#fff3e4', a: '#f7b23b', b: '#7d2a1d' },
  },
  {
    id: 'huila', name: 'Rosado', kind: 'light', cents: 1500, origin: 'Colombia, honey',
    notes: 'Raspberry, cane sugar, rose', taste: [4, 5, 2],
    about: 'A pink bourbon from one hillside of the Huila, dried with some of its fruit left on. Round and bright at once, with a finish that stays for the walk to work.',
    brewing: 'Likes it gentle: 15 g to 250 g, 92 °C, one long pour. Also the coffee we drink iced, over a large cube.',
    from: 'Doña Elvia keeps four hectares near Pitalito. Her pink trees were a mistake of the nursery that nobody has regretted.',
    art: { motif: 'peaks', tile: '#f2c6cf', bag: '#b5375b', ink: '#fff0f1', a: '#f58f7c', b: '#5a1533' },
  },
  {
    id: 'nyeri', name: 'Nyeri', kind: 'light', cents: 1450, origin: 'Kenya, washed',
    notes: 'Blackcurrant, rhubarb, tomato leaf', taste: [5, 3, 3],
    about: 'Loud, clear and juicy. If you think that coffee tastes of coffee, start here and be corrected.',
    brewing: '17 g to 270 g of water just off the boil. Grind a little coarser than usual and do not stir.',
    from: 'From the co-operative at Gatomboya, on the slopes between Mount Kenya and the Aberdares.',
    art: { motif: 'rings', tile: '#cfd3ee', bag: '#3b3f94', ink: '#eef0ff', a: '#e4576e', b: '#171a4f' },
  },
  {
    id: 'mantiqueira', name: 'Mantiqueira', kind: 'medium', cents: 1090, origin: 'Brazil, pulped natural',
    notes: 'Hazelnut, milk chocolate, toast', taste: [2, 4, 3],
    about: 'The one for every day and for everyone at the table. Soft, nutty, hard to spoil; takes milk without a fuss.',
    brewing: 'Anything goes. In a press pot: 30 g to half a litre, four minutes, wait for the crust to sink.',
    from: 'Three brothers in the Mantiqueira hills share a drying yard and, since 2021, a football team.',
    art: { motif: 'dunes', tile: '#f0ddb2', bag: '#c98a2b', ink: '#fff7e2', a: '#f6d27a', b: '#6b3f12' },
  },
  {
    id: 'antigua', name: 'Antigua', kind: 'medium', cents: 1220, origin: 'Guatemala, washed',
    notes: 'Cocoa, orange peel, brown butter', taste: [3, 4, 4],
    about: 'Grown in the ash of three volcanoes, one of them still at work. Deep without being heavy.',
    brewing: '16 g to 250 g at 93 °C. As espresso: 18 g in, 38 g out, half a minute.',
    from: 'The valley of Antigua has cool nights and soil so light that it floats. The trees stand under silk oaks.',
    art: { motif: 'leaves', tile: '#cbdcc4', bag: '#2f6b4f', ink: '#eefaf0', a: '#f0a13a', b: '#123524' },
  },
  {
    id: 'nightcap', name: 'Nightcap', kind: 'medium', decaf: true, cents: 1200, origin: 'Mexico, decaf by sugar cane',
    notes: 'Caramel, plum, vanilla', taste: [2, 4, 3],
    about: 'For after dinner. The caffeine leaves with a ferment of sugar cane, the taste stays.',
    brewing: 'As any medium roast. It gives a little faster: grind one step finer.',
    from: 'From Chiapas, decaffeinated in Veracruz, an hour from the sea.',
    art: { motif: 'moon', tile: '#c7c3dc', bag: '#41386b', ink: '#f5f0ff', a: '#f3d488', b: '#1d1838' },
  },
  {
    id: 'gayo', name: 'Gayo', kind: 'dark', cents: 1180, origin: 'Sumatra, wet-hulled',
    notes: 'Cedar, dark chocolate, clove', taste: [1, 2, 5],
    about: 'Low, slow and a little wild, like a walk in wet woods. Very good in a moka pot.',
    brewing: 'Moka pot: fill the basket, do not press, take it off the flame when it starts to talk.',
    from: 'From the highlands around Lake Tawar, hulled while still damp, as nowhere else.',
    art: { motif: 'waves', tile: '#bcd6d8', bag: '#1f5560', ink: '#e9fbfb', a: '#e8b04a', b: '#0b2a31' },
  },
  {
    id: 'house', name: 'Half Past Six', kind: 'dark', cents: 1050, origin: 'House blend for espresso',
    notes: 'Molasses, walnut, burnt sugar', taste: [1, 4, 5],
    about: 'Two thirds Brazil, one third Sumatra, roasted to the second crack and not a moment longer. Wakes the dead, politely.',
    brewing: '18 g in, 36 g out, 28 seconds. Forgives a lot.',
    from: 'Blended here, on the second floor, above the bakery.',
    art: { motif: 'grid', tile: '#dccbbd', bag: '#33261e', ink: '#f8ece0', a: '#e2683c', b: '#0f0a07' },
  },
  {
    id: 'dripper', name: 'Cone No. 2', kind: 'tool', cents: 2400, origin: 'Stoneware dripper',
    notes: 'One to three cups',
    about: 'Thrown by hand, glazed inside and out, heavy enough to keep its heat. Fits paper of size 02.',
    brewing: 'Warm it with hot water first. The ribs do the rest.',
    from: 'Made by a pottery of three people, in batches of forty.',
    art: { motif: 'dripper', tile: '#dfe0d3', bag: '#f7f3e8', ink: '#3b3a33', a: '#c9634a', b: '#b9b7a5' },
  },
  {
    id: 'kettle', name: 'Slow Kettle', kind: 'tool', cents: 5800, origin: 'Gooseneck kettle, 0.9 l',
    notes: 'For all hobs, induction too',
    about: 'A spout that pours as thin as a pencil line, and a handle that stays cool.',
    brewing: 'Pour from as low as you can. A thermometer fits through the lid.',
    from: 'Spun steel from a family works that used to make trumpets. It shows.',
    art: { motif: 'kettle', tile: '#cddde6', bag: '#2b4257', ink: '#f2f8fc', a: '#e8a24a', b: '#142331' },
  },
  {
    id: 'grinder', name: 'Hand Mill', kind: 'tool', cents: 7900, origin: 'Steel burrs, 25 g',
    notes: 'Thirty clicks from press pot to espresso',
    about: 'Two bearings, no wobble, one minute a cup. Comes apart without tools, and goes together again.',
    brewing: 'Start at click 18 for a dripper. Sour: finer. Bitter: coarser.',
    from: 'Turned in the workshop next door.',
    art: { motif: 'grinder', tile: '#e6d3c3', bag: '#4b3a30', ink: '#fdf3ea', a: '#c98d4b', b: '#231812' },
  },
  {
    id: 'mug', name: 'Moon Mug', kind: 'tool', cents: 1650, origin: 'Stoneware, 280 ml',
    notes: 'Waxing or waning, as you turn it',
    about: 'A white mug with half a moon. Which half depends on the hand you drink with.',
    brewing: 'Holds one good cup. Goes into the dishwasher and the oven, in case you wondered.',
    from: 'From the same pottery as the cone.',
    art: { motif: 'mug', tile: '#f0d3bd', bag: '#fbf6ec', ink: '#3a2c22', a: '#3a2c22', b: '#d9c9b4' },
  },
]

/** The product of an id, or undefined. */
export const find = id => products.find(product => product.id === id)

/** Price in cents of so many grams; tools have one size. Larger bags cost a little less by weight. */
export const priceOf = (product, grams) =>
  product.kind === 'tool' || grams === 250 ? product.cents : Math.round((product.cents * (grams / 250) * (grams === 500 ? 0.95 : 0.9)) / 10) * 10
