/** Reads what the widget sends: CBOR of whole numbers, texts, lists and maps, nothing else. */
const decode = bytes => {
  let at = 0
  const count = info => {
    if (info < 24) return info
    let value = 0
    for (let left = 1 << (info - 24); left--;) value = value * 256 + bytes[at++]
    return value
  }
  const item = () => {
    const head = bytes[at++]
    const [major, info] = [head >> 5, head & 31]
    if (major === 7) return info === 21 ? true : info === 20 ? false : null
    const n = count(info)
    if (major === 0) return n
    if (major === 1) return -1 - n
    if (major === 3) {
      at += n
      return new TextDecoder().decode(bytes.subarray(at - n, at))
    }
    if (major === 4) return Array.from({ length: n }, item)
    return Object.fromEntries(Array.from({ length: n }, () => [item(), item()]))
  }
  return item()
}

/** Rows of name, value and meaning: a frame's numbers that are not 0, or what a greeting says. */
export const frameOf = (bytes, fields) => {
  const message = decode(bytes)
  if (message[0] === 0) {
    const [, site, session, visitor, page, language, device, returning, channels] = message
    return [['site key', site, ''], ['visit', session, 'random'], ['device', visitor, 'random, kept in this browser until you withdraw'], ['page', page, ''], ['language', language, ''],
      ['pointing device', device, '0 mouse, 1 touch, 2 keyboard'], ['been here on an earlier day', returning, ''], ['channels agreed to', channels, 'a bit for each']]
  }
  const [, sequence, second, page, , summary, signals, events] = message
  return [['frame', sequence, 'its number in this visit'], ['second', second, 'since the visit began'], ['page', page, ''],
    ...summary.flatMap((value, i) => (value ? [[fields[i].name, value, fields[i].means]] : [])),
    ...signals.map(([kind, element, magnitude]) => [`signal ${kind}`, magnitude, element]), ...events.map(([kind, name, value]) => [`event ${kind}`, value, name])]
}
