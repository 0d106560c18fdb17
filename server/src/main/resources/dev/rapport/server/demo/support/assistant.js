/** A small shop assistant with fixed rules. The stance changes how it answers, never what is true. */
const TOPICS = [
  {
    about: /order|track|parcel|where/i, name: 'an order',
    answer: 'Write your order number into “Find my order” below; it shows where the parcel is.',
    plainer: 'The number stands in the e-mail that came after you paid. It looks like this: HM-2041-7, with both dashes.',
    steps: ['Open the e-mail that came after you paid.', 'Copy the number at its top, such as HM-2041-7.', 'Paste it into “Find my order” and press Find.'],
  },
  {
    about: /coupon|code|discount|firstlight/i, name: 'a coupon',
    answer: 'Codes are taken off at the checkout, in the order summary.',
    plainer: 'The basket shows no change, and that is all right: the ten per cent come off on the next page, next to the total.',
    steps: ['Write FIRSTLIGHT into the basket.', 'Press Continue, even though nothing seems to happen.', 'Look at the order summary: the ten per cent are taken off there.'],
  },
  {
    about: /deliver|arrive|ship|post|late/i, name: 'delivery',
    answer: 'We roast on Tuesdays and post on Wednesdays. Post takes two to four days.',
    plainer: 'Ordered by Monday evening, it is with you by Monday of the week after.',
    steps: ['See on which day you ordered.', 'The Wednesday after it we post.', 'Two to four days later it is with you.'],
  },
  {
    about: /return|refund|broken|back/i, name: 'a return',
    answer: 'Tools can come back within 30 days. Coffee cannot, but tell us and we find you another.',
    plainer: 'A kettle, scale or grinder: send it back within 30 days. A bag of coffee: keep it, we replace it.',
    steps: ['Put the tool back into its box.', 'Write the order number on a slip of paper.', 'Post it to us within 30 days.'],
  },
  {
    about: /pay|card|charged|express/i, name: 'payment',
    answer: 'Payment takes a few seconds. One press is enough; the page moves on by itself.',
    plainer: 'Press Pay once and wait up to ten seconds. You cannot be charged twice.',
    steps: ['Press Pay once.', 'Wait until the page changes by itself.', 'The confirmation comes by e-mail.'],
  },
]
const OTHER = {
  name: 'something else',
  answer: 'I did not get that. I know about orders, coupons, delivery, returns and payment.',
  plainer: 'Tell me in a few words what you want to do, for example “find my order” or “send back a kettle”.',
  steps: ['Choose one word: order, coupon, delivery, return or payment.', 'Send me that one word.'],
}
const THANKS = { name: 'thanks', answer: 'You are welcome.', plainer: 'You are welcome.', steps: ['You are welcome.'] }

/** What a text is about, and failing that what the last one was about. */
export const topicOf = (text, before) =>
  TOPICS.find(topic => topic.about.test(text)) ?? (/thank/i.test(text) ? THANKS : before ?? OTHER)

/** Sentences to say and buttons to offer. */
export const reply = (topic, stance) => {
  switch (stance) {
    case 'acknowledge': return { say: ['That should have gone better. Sorry.', topic.answer], offer: [] }
    case 'clarify': return { say: [topic.plainer], offer: [] }
    case 'slow_down': return { say: ['One step at a time.', topic.steps[0]], offer: topic.steps.length > 1 ? ['step'] : [] }
    case 'hand_over': return { say: ['That should have gone better. Sorry.', 'Shall a person take over? What you wrote goes along, so you need not say it again.'], offer: ['person', 'stay'] }
    default: return { say: [topic.answer], offer: [] }
  }
}
