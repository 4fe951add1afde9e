/** What somebody may write who wants a page to do what its makers did not want. `pwned` is what would give it away. */
export const payloads: readonly string[] = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror=window.pwned=1>',
  "' onmouseover='window.pwned=1' autofocus onfocus='window.pwned=1",
  '</textarea></title></option></select><svg onload=window.pwned=1>',
  'javascript:window.pwned=1//',
  '<a href="javascript:window.pwned=1">点我</a><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s></svg><math href="javascript:pwned=1">',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: other template languages take it for theirs
  '{{constructor.constructor("window.pwned=1")()}}${window.pwned=1}<%= pwned %>',
  '<!--><img src=x onerror=window.pwned=1>--><style>*{display:none}</style><base href=//evil.example>',
  '<div hx-get="/console/me" hx-trigger="load" hx-on::load="window.pwned=1">htmx</div>',
  '&lt;script&gt;window.pwned=1&lt;/script&gt;&#60;img src=x&#62;',
  '\u202e倒过来的字\u2066隔开\u200b看不见\ufeff',
  `<b>${'长'.repeat(3000)}`,
  'NUL 在这\u0000里 \u0007\u001b[31m <p>',
]

/** What a spreadsheet would reckon with instead of showing it. */
export const formulas: readonly string[] = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '=HYPERLINK("http://evil.example","点我")',
  "=cmd|' /C calc'!A0",
]
