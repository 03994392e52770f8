import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { BLACK } from '/work/main/engine/document/ink'
import { composeParagraph } from '/work/main/engine/text/compose-paragraph'
import { checkLines } from '/work/main/tests/invariants/check-lines'
import { openStacks } from '/work/main/tests/invariants/faces'
import { readSampleTexts } from '/work/main/tests/invariants/sample-texts'
it('census',()=>{
 const stacks=openStacks(); const by=new Map<string,{n:number,ex:string[]}>()
 const S=10500; let lines=0, tc=0, tk=0, hangs=0
 const step=Number(process.env.STEP??'1')
 for(const [fname,stack] of Object.entries(stacks)) for(const level of (process.env.LEVELS??'basic').split(',') as any) for(let m=8;m<=40;m+=step) for(const t of readSampleTexts()) for(const text of t.paragraphs){
  const setting={alignment:'justify',indentMpt:2*S,prohibition:level,lastLineMinHan:2,squeezeStops:true,trimLineStart:false,shape:'fill'} as const
  const a=performance.now()
  let p; try{p=composeParagraph([{text,style:{stack,sizeMpt:S,ink:BLACK,trackingMilliEm:0,riseMpt:0,emphasisDots:false,underline:false},noBreak:false}],setting,()=>m*S)}catch(e){const k='THROW '+e; const o=by.get(k)??{n:0,ex:[]};o.n++;if(o.ex.length<3)o.ex.push(`${m}em ${text.slice(0,60)} ${(e as Error).stack?.split('\n').slice(1,4).join('|')}`);by.set(k,o);continue}
  const b=performance.now(); lines+=p.lines.length
  const v=checkLines(p,setting,m*S); tk+=performance.now()-b; tc+=b-a
  for(const x of v){const k=`${x.rule} ${fname} ${x.what.replace(/[-\d.]+/g,'#').replace(/[\p{Script=Han}A-Za-z]/gu,'字').slice(0,60)}`; const o=by.get(k)??{n:0,ex:[]};o.n++; if(o.ex.length<3){const l=p.lines[x.lineIndex];o.ex.push(`${level} ${m}em line ${x.lineIndex}/${p.lines.length}: ${x.what} «${l?text.slice(l.start,l.end):''}» next «${p.lines[x.lineIndex+1]?text.slice(p.lines[x.lineIndex+1].start,p.lines[x.lineIndex+1].end):''}»`)};by.set(k,o)}
 }
 const out=[...by].sort((a,b)=>b[1].n-a[1].n)
 writeFileSync('/tmp/inv/census.txt',`lines ${lines} compose ${tc|0} check ${tk|0} kinds ${out.length} total ${out.reduce((s,x)=>s+x[1].n,0)}\n`+out.map(([k,o])=>`${o.n} ${k}\n    ${o.ex.join('\n    ')}`).join('\n'))
},600000)
