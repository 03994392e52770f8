/** What programs put on the clipboard, in their manner, with text made for these tests. */

/** Word: styles of its own, conditional comments, lines broken within Chinese, lists as text. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; text-indent:21.0pt; font-family:宋体;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1><b><span style='font-family:黑体'>渡口的新船<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-indent:24.0pt'><span style='mso-spacerun:yes'>&nbsp;&nbsp;&nbsp; </span><span
style='font-family:宋体'>十月九日，南渡口来了一条新船，船身<b>比旧船长六
米</b>，一次能坐<span lang=EN-US>120</span>人。</span></p>
<p class=MsoNormal>　　船长说：<u>雨天也开</u>，<ruby>岚<rp>(</rp><rt>lán</rt><rp>)</rp>江</ruby><span style='font-weight:bold'>夜里</span>也开。面积
200m<sup>2</sup>，水是H<span style='vertical-align:sub'>2</span>O。</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>u<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>早班六点半</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>末班八点</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>买票的办法</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>上船再买</p>
<p class=MsoNormal><img width=400 height=300 src="file:///C:/Temp/clip_image002.jpg"></p>
<!--EndFragment--></body></html>`

/** WPS: a data list of styles, headings by outline level, indents as full-width spaces. */
export const WPS = `<html><head><meta name="Generator" content="WPS Office"></head><body><!--StartFragment-->
<p class="MsoNormal" style="mso-outline-level:1"><b><span>工会帮忙找工作</span></b></p>
<p class="MsoNormal"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312">　　上周六，广场上摆了三十张桌子。</span></p>
<p class="MsoNormal"><span>　　◆市总工会办班</span></p><p class="MsoNormal"><span>　　◆江边种树</span></p>
<!--EndFragment--></body></html>`

/** An article of WeChat: sections in sections, line breaks, pictures on another machine. */
export const WECHAT = `<div id="js_content"><section style="text-align:center"><section><strong><span
style="color:rgb(200,0,0);font-size:18px">江边的早市</span></strong></section></section>
<p><br></p><section><p style="text-indent:2em"><span leaf="">天没亮，<span textstyle=""
style="font-weight: bold">卖豆花的</span>先到。<br>卖菜的后到。</span></p></section>
<p style="text-align:center"><img class="rich_pages" data-src="https://mmbiz.example.org/a.jpg"
src="https://mmbiz.example.org/a.jpg" data-w="1080"><img src="https://mmbiz.example.org/dot.gif"
width="1" height="1"></p>
<blockquote><p>早市八点收摊。</p></blockquote>
<ul><li><p>豆花两元</p></li><li><p>油茶三元</p><ul><li>加蛋四元</li></ul></li></ul>
<p style="display:none">看不见的广告</p><p><a href="javascript:void(0)">阅读原文</a></p></div>`

/** Google Docs: a bold wrapper that is not bold, all marks by styles. */
export const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<h2 dir="ltr"><span style="font-weight:400">Open days</span></h2>
<p dir="ltr"><span style="font-weight:400">The library </span><span style="font-weight:700">opens at nine</span>
<span style="font-weight:400;text-decoration:underline">every day</span>. <a
href="https://example.org/"><span style="text-decoration:underline">More</span></a></p>
<ol start="3"><li dir="ltr"><p dir="ltr" role="presentation"><span>Bring a card</span></p></li>
<li dir="ltr"><p dir="ltr"><span>Be quiet</span></p></li></ol></b><br class="Apple-interchange-newline">`

/** Excel: merged cells, empty cells at the end, numbers. */
export const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
<table border=0 cellpadding=0 cellspacing=0 width=288><!--StartFragment--><col width=72 span=4>
<tr height=20><td colspan=2 class=xl65>渡口客流</td><td>十月</td><td></td></tr>
<tr height=20><td rowspan=2>南岸</td><td>早班</td><td align=right x:num="1200">1,200</td><td></td></tr>
<tr height=20><td>晚班</td><td align=right>860<br>（雨天停）</td><td></td></tr>
<tr height=20><td></td><td></td><td></td><td></td></tr><!--EndFragment--></table></body></html>`

/** A page with a picture that came along; `png` is its bytes in base64. */
export const withPicture = (png: string): string => `<article><p>图前的一段</p>
<figure><img src="data:image/png;base64,${png}" alt="一面红旗"><figcaption>红旗</figcaption></figure>
<p>图后的一段<img src="data:image/webp;base64,AAAA" width="600" height="400"></p></article>`

/** Markup that would run if anything of it ran. */
export const HOSTILE = `<p onclick="window.stolen=1">好字<script>window.stolen=2</script></p>
<img src=x onerror="window.stolen=3"><svg onload="window.stolen=4"><script>window.stolen=5</script></svg>
<a href="javascript:window.stolen=6">点我</a><a href="data:text/html,<script>window.stolen=7</script>">再点</a>
<iframe srcdoc="<script>parent.stolen=8</script>"></iframe><object data="x"></object>
<math><mtext><style><img src=x onerror="window.stolen=9"></style></mtext></math>
<figure data-block='{"asset":"../../etc/passwd"}'><figcaption>假图</figcaption></figure>
<aside data-block='{"data":"${'长'.repeat(300)}"}'>假码</aside>
<table><tr><td colspan="1000000" rowspan="1000000">大</td><td>小</td></tr></table>
<div style="background:url(javascript:window.stolen=10)">尾<template><p>藏</p></template></div>`
