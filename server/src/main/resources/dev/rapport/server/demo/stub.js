// Calls made before the tag has loaded wait here in order.
window.rapport = window.rapport || function () { (rapport.q = rapport.q || []).push(arguments) }
