/** An app of our own in a company on WeCom (企业微信), and the robots in its groups. */
export interface WecomSettings {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Of the page 接收消息 · API接收. */
  readonly token: string
  /** 43 characters, of the same page. */
  readonly aesKey: string
  /** Group robots: our name for each group, and the key in the address of its robot. */
  readonly robots: ReadonlyMap<string, string>
  /** Without a slash at its end. */
  readonly api: string
}
