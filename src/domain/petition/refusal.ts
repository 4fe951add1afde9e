import type { Destination } from './destination.ts'

/** Why something cannot be done with a petition. */
export type Refusal =
  | { readonly kind: 'notFound' }
  /** The actor has no part in this petition that allows it. */
  | { readonly kind: 'notYours' }
  /** The petition's status does not allow it. */
  | { readonly kind: 'notNow' }
  | { readonly kind: 'alreadyDone' }
  /** A return, transfer, reopening needs a reason. */
  | { readonly kind: 'reasonMissing' }
  /** An emergency is dismissed only with words on how it was checked. */
  | { readonly kind: 'checkMissing' }
  /** More time was asked for after the limit. */
  | { readonly kind: 'limitMissed' }
  /** The policy gives no more time, or none again. */
  | { readonly kind: 'noMoreTime' }
  /** More days than the policy gives at once. */
  | { readonly kind: 'tooManyDays' }
  /** Neither who asked for more time nor who allows it said how much. */
  | { readonly kind: 'daysMissing' }
  /** Nobody asked for more time, or it is decided. */
  | { readonly kind: 'nothingAsked' }
  /** Their household pressed shortly before. */
  | { readonly kind: 'urgedAlready' }
  /** An interim answer without its day, or with one that is over or a year away. */
  | { readonly kind: 'dayMissing' }
  /** A step of mediation in what is no quarrel. */
  | { readonly kind: 'noQuarrel' }
  /** Both sides must agree first. */
  | { readonly kind: 'consentMissing' }
  /** It goes to the centre only after enough failed sessions, or as major. */
  | { readonly kind: 'sessionsMissing' }
  /** What came of a mediation must be said before it is called resolved. */
  | { readonly kind: 'mediationOpen' }
  /** A meeting in the past. */
  | { readonly kind: 'timePassed' }
  /** A result needs words. */
  | { readonly kind: 'resultMissing' }
  /** The third return went up and stays there. */
  | { readonly kind: 'cannotReturn' }
  /** 指定承办: it cannot be returned or passed on. */
  | { readonly kind: 'designated' }
  /** Out of scope, but not said where it belongs. */
  | { readonly kind: 'wayMissing' }
  /** Corrected to a place that nobody here knows. */
  | { readonly kind: 'placeUnknown' }
  /** A report of a call back that does not say what came of it. */
  | { readonly kind: 'callBackUnclear' }
  /** Transfer to nobody we know, or to who has it already. */
  | { readonly kind: 'destinationUnknown' }
  /** Others still owe their part of it. */
  | { readonly kind: 'partsOpen'; readonly owing: readonly Destination[] }
  /** Others were called to the place, and nobody said what came of it. */
  | { readonly kind: 'callOpen' }
  /** Nobody we know, nobody at all, or the lead itself was asked to assist. */
  | { readonly kind: 'assistantUnknown' }
  /** Asked to assist, and not said with what; called, and not said when. */
  | { readonly kind: 'taskMissing' }
  | { readonly kind: 'meetingMissing' }
  /** A limit of a part that is over, or a year away. */
  | { readonly kind: 'partDueWrong' }
  /** Those named owe no part of it. */
  | { readonly kind: 'notAssisting' }
  /** Nobody is called, or it came to its end. */
  | { readonly kind: 'noCall' }
