window.rapport = window.rapport || function () { (window.rapport.q = window.rapport.q || []).push(arguments); };
window.rapport('consent', {friction: true, typing: true, pointer: true});
