/** What an endpoint answers. */
export interface Answer {
  readonly status: number
  readonly json?: unknown
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Codes of the platform and what they say, with the HTTP status of
 * https://apifox.com/apidoc/docs-site/532425/api-9020992 and
 * https://open.larkoffice.com/document/ukTMukTMukTM/uUzN04SN3QjL1cDN.md. No page was found for the status of the codes
 * 41050, 230013, 230029, 230071, 230072, 23200x, 23400x and 99992402; 10002 and 10003 are of our own making.
 */
const refusals = {
  10002: [400, 'invalid card token'],
  10003: [400, 'card token used up, expired, or not answered yet'],
  10014: [200, 'app secret invalid'],
  41050: [400, 'no user authority error'],
  99991400: [429, 'request trigger frequency limit'],
  99991661: [
    400,
    'Missing access token for authorization. Please make a request with token attached.',
  ],
  99991663: [
    400,
    'Invalid access token for authorization. Please make a request with token attached.',
  ],
  99992402: [400, 'field validation failed'],
  230001: [400, 'Your request contains an invalid request parameter.'],
  230002: [400, 'The bot can not be outside the group.'],
  230011: [400, 'The message is recalled.'],
  230013: [400, 'Bot has NO availability to this user.'],
  230020: [400, 'The operation triggers the frequency limit.'],
  230025: [400, 'The length of the message content reaches its limit.'],
  230028: [400, 'The messages do NOT pass the audit.'],
  230029: [400, 'User has resigned.'],
  230031: [400, 'The message has exceeded the time limit for updates.'],
  230071: [400, 'Operator is not the sender of the message.'],
  230072: [400, 'The message has reached the number of times it can be edited.'],
  230099: [400, 'Failed to create card content'],
  232006: [400, 'Your request specifies a chat_id which is invalid.'],
  232011: [400, 'Operator can NOT be out of the chat.'],
  234001: [400, 'Invalid request param.'],
  234003: [400, 'File not in msg.'],
  234006: [400, 'The file size exceed the max value.'],
  234010: [400, 'File size can not be 0.'],
  234043: [400, 'Unsupported message type.'],
} as const

export type Code = keyof typeof refusals

/** The platform's refusal, `detail` being its inner reason. */
export function refuse(code: Code, detail = '', headers: Answer['headers'] = {}): Answer {
  const [status, words] = refusals[code]
  const msg = detail === '' ? words : `${words}, ext=${detail}`
  return { status, json: { code, msg, log_id: 'fake' }, headers }
}

export const good = (data: unknown): Answer => ({
  status: 200,
  json: { code: 0, msg: 'success', data },
})
