const RUN = 'window.stolen=(window.stolen||0)+1'
const FRAMED = 'parent.stolen=1'

/**
 * Markup of which each piece tries to run a script that sets `window.stolen`: in an element, in an
 * attribute, in an address, in a frame, in styles, in a drawing, at once or when it is clicked.
 */
export const hostileMarkup: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src="x" onerror="${RUN}">`,
  `<IMG SRC=x OnErRoR=${RUN}>`,
  `<img src="x" srcset="x 2x" onerror="${RUN}" onload="${RUN}">`,
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><image href="x" onerror="${RUN}"/></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName="x" dur="1s"/></svg>`,
  `<svg><foreignObject><img src="x" onerror="${RUN}"></foreignObject></svg>`,
  `<math><mtext><img src="x" onerror="${RUN}"></mtext></math>`,
  `<p><a href="javascript:${RUN}">一个链接</a></p>`,
  `<p><a href=" java\nscript:${RUN}">一个链接</a></p>`,
  `<p><a href="&#106;avascript:${RUN}">一个链接</a></p>`,
  `<p><a href="data:text/html,<script>${RUN}</script>" target="_top">一个链接</a></p>`,
  `<p><a href="vbscript:x" onclick="${RUN}">一个链接</a></p>`,
  `<iframe srcdoc="<script>${FRAMED}</script>"></iframe>`,
  `<iframe src="javascript:${FRAMED}"></iframe>`,
  `<object data="data:text/html,<script>${FRAMED}</script>"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<details open ontoggle="${RUN}"><summary>题</summary>文</details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<select autofocus onfocus="${RUN}"></select>`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src="x" onerror="${RUN}"></audio>`,
  `<body onload="${RUN}"><p>文</p></body>`,
  `<form action="javascript:${RUN}"><button autofocus>按</button></form>`,
  `<base href="javascript:/x/"><p>文</p>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="data:text/css,*{display:none}">`,
  `<style>*{display:none}</style><p style="position:fixed;inset:0;z-index:999">文</p>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></p></noscript>`,
  `<!--><img src="x" onerror="${RUN}">-->`,
  `<table><td background="javascript:${RUN}" onmouseover="${RUN}">格</td></table>`,
  `<p onpointerover="${RUN}" onanimationstart="${RUN}" contenteditable oninput="${RUN}">文</p>`,
  `<figure onclick="${RUN}"><img src="javascript:${RUN}"><figcaption>图说</figcaption></figure>`,
  `<p data-pm-slice='1 1 ["figure",{"asset":"javascript:x","id":"x"}]'>文</p>`,
  `<p data-pm-slice='0 0 ["__proto__",{"constructor":{}}]'>文</p>`,
  `<p data-pm-slice='9 9 []'>文</p>`,
]

/** What runs by itself on a page without guards, to see that these pieces would. */
export const selfRunning: readonly string[] = hostileMarkup.filter((piece) =>
  /^<img src="x" onerror|^<iframe srcdoc|^<details|^<audio/.test(piece),
)

/** Names that would be markup if anyone took them for it. */
export const hostileNames = {
  photo: `<img src=x onerror=${RUN}>.jpg`,
  issue: `<svg onload=${RUN}>.banxin`,
  headline: `<img src=x onerror="${RUN}">标题{{7*7}}`,
  section: `"><script>${RUN}</script>`,
} as const

/** A drawing that runs a script where it is shown as a document or put into a page. */
export const hostileDrawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"
  onload="${RUN}"><script>${RUN}</script><rect width="9" height="9"/></svg>`
