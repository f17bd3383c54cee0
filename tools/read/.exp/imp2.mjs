import { enableCompileCache } from "node:module";
enableCompileCache("/tmp/rd/cc");
const b="/work/main/node_modules/.pnpm/node_modules/";
const sets={
 none:[], fm:["mdast-util-from-markdown"], unified:["unified"], rp:["remark-parse"], urp:["unified","remark-parse"],
 mmgfm:["micromark-extension-gfm"], mdgfm:["mdast-util-gfm"], tomd:["mdast-util-to-markdown"],
 parts:["mdast-util-from-markdown","micromark-extension-gfm-table","micromark-extension-gfm-footnote","micromark-extension-gfm-strikethrough","micromark-extension-gfm-autolink-literal","micromark-extension-gfm-task-list-item"],
 upparts:["unified","remark-parse","micromark-extension-gfm-table","micromark-extension-gfm-footnote","micromark-extension-gfm-strikethrough","micromark-extension-gfm-autolink-literal","micromark-extension-gfm-task-list-item"],
 upparts2:["unified","remark-parse","micromark-extension-gfm-table","micromark-extension-gfm-footnote","micromark-extension-gfm-strikethrough","micromark-extension-gfm-autolink-literal","micromark-extension-gfm-task-list-item","mdast-util-gfm-table","mdast-util-gfm-footnote","mdast-util-gfm-strikethrough","mdast-util-gfm-task-list-item"],
 all:["unified","remark-parse","remark-gfm"],
 yaml:["yaml"],
};
const main=n=>{const p=JSON.parse(readFileSync(b+n+"/package.json"));let e=p.exports??p.main;while(typeof e==="object")e=e["."]??e.node??e.default??e.import;return b+n+"/"+e};
import {readFileSync} from "node:fs";
const names=sets[process.argv[2]].map(main);
const t=performance.now();
await Promise.all(names.map(n=>import(n)));
console.log((performance.now()-t).toFixed(0));
