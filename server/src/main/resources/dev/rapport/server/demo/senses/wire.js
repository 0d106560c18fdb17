// Hands every message that a socket or a POST sends to whoever listens for `wire`, unchanged and before it leaves.
(() => {
  const show = body => dispatchEvent(new CustomEvent('wire', { detail: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body) }))
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (body) {
    show(body)
    return send.call(this, body)
  }
})()
