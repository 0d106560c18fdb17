/** The three exercises, each with an example that has other numbers. */
export const EXERCISES = [
  {
    question: 'You have 320 ml of water and brew at 1 : 16. How many grams of coffee?', answer: 20,
    example: ['Say it were 480 ml of water at 1 : 16.', 'Sixteen parts are water, so one part is 480 ÷ 16 = 30.', 'One part is the coffee: 30 g.'],
  },
  {
    question: 'You have 24 g of coffee and brew at 1 : 15. How many millilitres of water?', answer: 360,
    example: ['Say it were 18 g of coffee at 1 : 15.', 'One part is 18, and fifteen parts are water: 18 × 15.', 'That makes 270 ml of water.'],
  },
  {
    question: 'A pot takes 25 g of coffee and 400 ml of water. The ratio is 1 to how much?', answer: 16,
    example: ['Say it were 20 g of coffee and 300 ml of water.', 'How many times does 20 go into 300? 300 ÷ 20 = 15.', 'The ratio is 1 : 15.'],
  },
]
