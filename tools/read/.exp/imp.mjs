import { enableCompileCache } from "node:module";
enableCompileCache("/tmp/rd/cc");
const t=performance.now();
const which=process.argv[2];
if(which==="unified"){ await Promise.all([import("unified"),import("remark-parse"),import("remark-gfm")]); }
if(which==="mdx"){ await Promise.all([import("unified"),import("remark-parse"),import("remark-gfm"),import("remark-mdx")]); }
if(which==="tm"){ await Promise.all([import("unified"),import("remark-parse"),import("remark-gfm"),import("mdast-util-to-markdown")]); }
if(which==="lean"){ const b="/work/main/node_modules/.pnpm/node_modules/"; await Promise.all([import(b+"mdast-util-from-markdown/index.js"),import(b+"micromark-extension-gfm-table/index.js"),import(b+"mdast-util-gfm-table/index.js")]); }
const t1=performance.now();
if(which==="unified"||which==="tm"){
 const {unified}=await import("unified");const p=(await import("remark-parse")).default;const g=(await import("remark-gfm")).default;
 let s="| a | b | c |\n|---|---|---|\n";for(let i=0;i<100;i++)s+=`| \`val_${i}\` | The end-user sees the screen ${i} where they need to | x |\n`;
 const proc=unified().use(p).use(g).freeze();
 const t2=performance.now();
 proc.parse(s); const t3=performance.now();
 proc.parse(s); const t4=performance.now();
 console.log("parse1",(t3-t2).toFixed(0),"parse2",(t4-t3).toFixed(0));
}
console.log(which,(t1-t).toFixed(0), "ms; total since start",performance.now().toFixed(0));
