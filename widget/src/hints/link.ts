/** `href` when it is a path on this site or an https address, else empty: a hint never leads anywhere else. */
export function safeLink(href: string, here: string = location.href): string {
  let target: URL;
  try {
    target = new URL(href, here);
  } catch {
    return '';
  }
  const { origin, protocol } = target;
  if (/^\/(?![/\\])/.test(href)) return origin === new URL(here).origin ? href : '';
  return protocol === 'https:' && /^https:\/\//i.test(href) && !target.username ? target.href : '';
}
