import type { PersonId } from '../ids.ts'
import { staffAt } from '../people/in-charge.ts'
import type { Destination } from '../petition/destination.ts'
import type { JointPart, JointWork } from '../petition/joint/joint-work.ts'
import type { Petition } from '../petition/petition.ts'
import { isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { MeetingFacts } from './joint-notice.ts'
import type { Brief } from './notice.ts'

/** Who receives what goes to an office. */
export const peopleOf = (to: Destination, book: Rulebook): PersonId[] =>
  staffAt(to, book).map(({ id }) => id)

/** To a company that may be the one complained about, nothing that gives the speaker away. */
export const briefFor = (to: Destination, petition: Petition, book: Rulebook): Brief =>
  briefOf(petition, book, petition.confidential && isCompany(to, book) ? 'group' : 'concerned')

/** Where those who are called meet; null for a part that is no call. */
export const meetingOf = (part: JointPart, joint: JointWork | undefined): MeetingFacts | null =>
  part.isCall && joint?.call ? { meetAt: joint.call.meetAt, place: joint.call.place } : null
