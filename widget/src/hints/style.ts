// Every hint's look. Sites change it by the custom properties --rapport-accent, -surface, -text, -muted, -line, -radius,
// -font and -z on :root.

export const STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;margin:0!important;padding:0!important;border:0!important;background:none!important;overflow:visible!important;max-width:none!important;max-height:none!important;width:auto!important;height:auto!important;z-index:var(--rapport-z,2147483000)!important}
:host(.banner){inset:0 0 auto!important;width:100%!important}
:host(.corner){inset:auto 16px 16px auto!important}
:host(.corner.rtl){inset:auto auto 16px 16px!important}
:host(.at){inset:var(--rapport-y) auto auto var(--rapport-x)!important}
:host(.inline){position:relative!important;margin:10px 0 0!important;grid-column:1/-1!important;flex-basis:100%!important;z-index:auto!important}
.card{--s:var(--rapport-surface,#fff);--t:var(--rapport-text,#1a1e27);--m:var(--rapport-muted,#565e6e);--l:var(--rapport-line,#e3e6ec);--a:var(--rapport-accent,#2b50d8);--f:var(--rapport-accent-text,#fff);--i:var(--rapport-tint,#edf1fe);
box-sizing:border-box;position:relative;width:332px;max-width:calc(100vw - 16px);font:400 15px/1.47 var(--rapport-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif);color:var(--t);background:var(--s);border:1px solid var(--l);border-radius:var(--rapport-radius,14px);box-shadow:0 1px 2px #0f17291a,0 12px 32px -6px #0f172938;text-align:start;overflow-wrap:anywhere;animation:in .18s cubic-bezier(.2,.8,.3,1)}
.dark{--s:var(--rapport-surface,#1d2129);--t:var(--rapport-text,#eff1f5);--m:var(--rapport-muted,#aab2c0);--l:var(--rapport-line,#39404d);--a:var(--rapport-accent,#9db8ff);--f:var(--rapport-accent-text,#10141d);--i:var(--rapport-tint,#2a3450);box-shadow:0 1px 2px #0006,0 14px 36px -6px #000a}
@keyframes in{from{opacity:0;transform:translateY(6px)}}
.scroll{max-height:calc(100vh - 18px);overflow:auto;border-radius:inherit}
.top{display:flex;gap:12px;padding:16px 48px 0 16px}
:host(.rtl) .top{padding:16px 16px 0 48px}
.badge{flex:none;width:34px;height:34px;border-radius:10px;background:var(--i);color:var(--a);display:grid;place-items:center}
svg{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;display:block}
.words{min-width:0;flex:1;align-self:center}
h2{all:unset;display:block;font-weight:640;line-height:1.35}
p{margin:2px 0 0;color:var(--t)}
h2+p{color:var(--m)}
.do{display:flex;flex-wrap:wrap;gap:8px;padding:12px 16px 0 62px}
:host(.rtl) .do{padding:12px 62px 0 16px}
.list{flex-direction:column;padding-inline:16px}
button,a{all:unset;box-sizing:border-box;cursor:pointer;border-radius:9px;font:inherit;text-align:center}
.go,.pick{min-height:36px;padding:7px 14px;font-weight:600;font-size:14px;line-height:1.5}
.go{background:var(--a);color:var(--f)}
.pick{border:1px solid var(--l);color:var(--t);font-weight:500}
.list .pick{text-align:start}
.go:hover{filter:brightness(1.08)}
.pick:hover,.x:hover,.why:hover,.off:hover{background:var(--i)}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
.x{position:absolute;inset-block-start:12px;inset-inline-end:12px;width:28px;height:28px;display:grid;place-items:center;color:var(--m)}
.x svg{width:16px;height:16px}
.foot{margin-top:12px;padding:4px 10px;border-top:1px solid var(--l);font-size:13px;color:var(--m)}
.why{display:inline-flex;align-items:center;gap:4px;min-height:28px;padding:2px 6px;color:var(--m)}
.why svg{width:14px;height:14px;transition:transform .15s}
.why[aria-expanded=true] svg{transform:rotate(180deg)}
.more{padding:2px 6px 8px}
.more[hidden]{display:none}
.more ul{margin:4px 0 8px;padding-inline-start:18px}
.off{min-height:32px;padding:5px 10px;border:1px solid var(--l);color:var(--t);margin:2px 4px 2px 0}
.arrow{position:absolute;width:14px;height:14px;background:var(--s);border:1px solid var(--l);border-inline-end-color:transparent;border-bottom-color:transparent;direction:ltr;transform:translate(-50%,-50%) rotate(45deg);clip-path:polygon(-2px -2px,110% -2px,-2px 110%)}
.bottom .arrow{top:-1px}
.top-side .arrow{top:calc(100% + 1px);transform:translate(-50%,-50%) rotate(225deg)}
.right .arrow{left:-1px;transform:translate(-50%,-50%) rotate(-45deg)}
.left .arrow{left:calc(100% + 1px);transform:translate(-50%,-50%) rotate(135deg)}
:host(.corner) .arrow{display:none}
:host(.banner) .card{width:100%;max-width:none;border-width:0 0 1px;border-radius:0;box-shadow:0 6px 20px -8px #0f172940}
:host(.banner) .body{display:flex;flex-wrap:wrap;align-items:center;gap:0 20px;max-width:1040px;margin:auto;padding-inline-end:40px}
:host(.banner) .top{flex:1 1 300px;padding:12px 0 12px 16px}
:host(.banner.rtl) .top{padding:12px 16px 12px 0}
:host(.banner) .do{padding:0 16px 12px}
:host(.banner) .foot{margin:0;padding-inline:max(10px,calc(50% - 510px));border:0}
@media(min-width:700px){:host(.banner) .do{padding-top:12px}:host(.banner) .foot{position:relative;margin-top:-8px;padding-bottom:8px}:host(.banner) .why{margin-inline-start:46px}}
:host(.inline) .card{width:auto;max-width:560px;box-shadow:none;background:var(--i);border-color:transparent;border-inline-start:3px solid var(--a);border-radius:4px var(--rapport-radius,10px) var(--rapport-radius,10px) 4px}
:host(.inline.rtl) .card{border-radius:var(--rapport-radius,10px) 4px 4px var(--rapport-radius,10px)}
:host(.inline) .badge{background:none;width:24px;height:24px}
:host(.inline) .top{padding-block-start:12px;gap:8px}
:host(.inline) .do{padding-inline-start:48px}
:host(.inline) h2+p,:host(.inline) .foot,:host(.inline) .why,:host(.inline) .x{color:var(--t)}
:host(.inline) .foot{border-color:transparent;margin-top:2px}
:host(.inline) :is(.pick,.x,.why,.off):hover{background:var(--s)}
.told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(prefers-reduced-motion:reduce){.card{animation:none}.why svg{transition:none}}
@media(forced-colors:active){.card,.go,.pick,.off{border:1px solid CanvasText}.arrow{display:none}.go{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media(max-width:400px){.do{padding-inline:16px!important}:host(.corner),:host(.corner.rtl){inset:auto 8px 8px!important}:host(.at){inset:var(--rapport-y) 8px auto!important}.card{width:auto}}
@media print{:host{display:none!important}}
`;
