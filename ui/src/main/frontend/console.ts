// Small things that every page of the console needs in the browser.

// Vaadin's connection indicator sits outside of all landmarks; as a status it is announced, and needs none.
const mark = () => document.querySelectorAll('vaadin-connection-indicator').forEach((one) => one.setAttribute('role', 'status'));
new MutationObserver(mark).observe(document.body, { childList: true });
mark();
