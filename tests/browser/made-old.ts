import type { BrowserContext } from 'playwright-core'

/**
 * What today's browsers have and Chrome 80 or Safari 15.4 do not, as far as scripts of pages would think of it: found by comparing
 * the names in both browsers. Taken from a page, it must work all the same.
 */
const younger: Readonly<Record<string, string>> = {
  'Array.prototype':
    'at findLast findLastIndex toReversed toSorted toSpliced with group groupBy groupToMap',
  'String.prototype': 'at replaceAll isWellFormed toWellFormed',
  'Uint8Array.prototype': 'toBase64 toHex setFromBase64',
  'Set.prototype': 'union intersection difference symmetricDifference isSubsetOf isSupersetOf',
  'Map.prototype': 'getOrInsert getOrInsertComputed',
  Array: 'fromAsync',
  Object: 'hasOwn groupBy',
  Map: 'groupBy',
  Promise: 'any try withResolvers',
  RegExp: 'escape',
  Intl: 'DurationFormat', // Segmenter stays: without it axe takes 签收1054号 for one word that does not contain 签收
  AbortSignal: 'any timeout abort',
  'AbortSignal.prototype': 'reason throwIfAborted',
  URL: 'canParse parse',
  'URLSearchParams.prototype': 'size',
  Response: 'json',
  ReadableStream: 'from',
  'ReadableStream.prototype': 'values',
  'Crypto.prototype': 'randomUUID',
  Document: 'parseHTMLUnsafe parseHTML',
  'Document.prototype': 'replaceChildren moveBefore startViewTransition',
  'DocumentFragment.prototype': 'replaceChildren moveBefore',
  'Element.prototype':
    'replaceChildren moveBefore checkVisibility getHTML setHTML setHTMLUnsafe startViewTransition role',
  'HTMLElement.prototype': 'inert popover showPopover hidePopover togglePopover',
  'HTMLInputElement.prototype': 'showPicker',
  'HTMLDialogElement.prototype': 'requestClose closedBy',
  window:
    'AggregateError CloseWatcher CookieStore FinalizationRegistry Iterator Navigation Sanitizer Scheduler SubmitEvent' +
    ' Temporal URLPattern WeakRef cookieStore navigation reportError scheduler structuredClone',
}

/** Pages of this browser find no more than the oldest browsers that we promise have. */
export const madeOld = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(`(${takeAway})(${JSON.stringify(younger)})`)

const takeAway = `younger => {
  const submitter = window.SubmitEvent && SubmitEvent.prototype
  if (submitter) delete submitter.submitter
  for (const [path, names] of Object.entries(younger)) {
    const owner = path === 'window' ? window : path.split('.').reduce((of, name) => of && of[name], window)
    for (const name of names.split(' ')) if (owner) delete owner[name]
  }
  for (const { prototype } of [Document, DocumentFragment, Element])
    for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
      const asked = prototype[name]
      if (asked) prototype[name] = function (selector) {
        if (/:(is|where|has)\\(|:not\\([^)]*[ ,>]/.test(selector)) throw new SyntaxError(selector)
        return asked.call(this, selector)
      }
    }
}`
