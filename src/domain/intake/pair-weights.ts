/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.87,
  otherRoom: -0.31,
  sameBuilding: 0.55,
  sameSpot: 1.33,
  sameName: 0.66,
  oneUnsaid: -0.49,
  otherUnit: -3.58,
  otherBuilding: -0.15,
  confusableTrade: -0.7,
  sameBranch: -0.72,
  otherTrade: -0.94,
  likelyTrade: 1.04,
  lexicon: 0.38,
  things: 1.23,
  share: 1.68,
  amount: 0.85,
  verbatim: 1.2,
  sameNumber: 4.09,
  otherNumber: -1.83,
  onlyOneOfMoney: -1.26,
  toldAgain: 6.38,
  sameReporter: -1.49,
  sharedPeople: -0.12,
  days: -1.35,
}
export const pairBias = -2.39
/** SHA-256 of what they were learnt from. */
export const pairSource = 'c81b91eecc5afc69fa48c5bcc82b2b3c2b3bd4e65d7c51dece887851088d3ba1'
