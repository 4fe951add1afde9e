import { dayOf, isLikelyWorkingDay } from '../../domain/deadlines/calendar.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { clockText, dayText, weekdayText, yearText } from '../times.ts'
import { Icon } from './icons.tsx'
import type { Lever } from './time.ts'

/** What time it is in the sandbox, and the lever that drives it forward. */
export const TimeBar = ({ lever, book }: { readonly lever: Lever; readonly book: Rulebook }) => {
  const now = lever.now()
  const works = isLikelyWorkingDay(dayOf(now), book.calendar)
  const moving = lever.isMoving()
  return (
    <form
      id="time"
      class={moving ? 'time moving' : 'time'}
      hx-post="/sandbox/time"
      hx-swap="none"
      hx-disable="#time button"
      aria-label="时间机器"
    >
      <p class="now">
        <Icon name="clock" />
        <span>
          <span class="wide">{yearText(now)}</span>
          {dayText(now)} {weekdayText(now)} <b>{clockText(now)}</b>
        </span>
        <span class={works ? 'day works' : 'day rests'}>{works ? '工作日' : '休息日'}</span>
      </p>
      <button type="submit" name="leap" value="hour" disabled={moving}>
        {moving ? '时间在走……' : '下一小时'}
      </button>
      <button type="submit" name="leap" value="workingDay" disabled={moving}>
        下一个工作日
      </button>
    </form>
  )
}
