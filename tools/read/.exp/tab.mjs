import {unified} from "unified"; import rp from "remark-parse"; import gfm from "remark-gfm";
const p=unified().use(rp).use(gfm).freeze();
const s="\uFEFFx\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 |\r\n| 1 | 2 | 3 | `x\\|y` |\r\n|  | |\r\n||\r\nlazy text\r\n| \\| a | &amp; &#x41; |\n";
const t=p.parse(s);
const show=(n,d=0)=>{console.log(" ".repeat(d)+n.type,JSON.stringify(n.value??""),n.position&&`${n.position.start.line}:${n.position.start.column}@${n.position.start.offset}-${n.position.end.line}:${n.position.end.column}`);for(const c of n.children??[])show(c,d+1)};
show(t);
