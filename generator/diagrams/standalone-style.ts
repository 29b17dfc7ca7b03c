/** The style inside a diagram that stands alone: plain colors, no custom properties, which many SVG viewers lack. */

const light = `
svg{background:#fffdf9;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#1c1f24}
.ground,.badge-box{fill:#fffdf9}
.box{fill:#f4f3f0;stroke:#6b6a66;stroke-width:1.25}
.rim{fill:none;stroke:#6b6a66;stroke-width:1.25}
.layer-client .box{fill:#ebeef3;stroke:#5f769d}
.layer-ingestion .box{fill:#e5f0ef;stroke:#3b898d}
.layer-processing .box{fill:#f0ebf3;stroke:#8469aa}
.layer-serving .box{fill:#f5efe0;stroke:#a27a2f}
.layer-storage .box{fill:#e8f0e6;stroke:#4f8455}
.layer-client .rim{stroke:#5f769d}
.layer-ingestion .rim{stroke:#3b898d}
.layer-processing .rim{stroke:#8469aa}
.layer-serving .rim{stroke:#a27a2f}
.layer-storage .rim{stroke:#4f8455}
.name{font-size:13px;font-weight:600}
.tall .name{font-size:12px}
.line{fill:none;stroke:#747a83;stroke-width:1.25}
.mode-async .line{stroke-dasharray:5 4}
.mode-stream .line{stroke-width:4.25}
.core{fill:none;stroke:#fffdf9;stroke-width:2}
.arrow{fill:#747a83}
.label,.note,.boundary-title{fill:#555b65;font-size:12px}
.boundary-title{font-style:italic}
.hot .line{stroke:#b3361c;stroke-width:2.25}
.hot.mode-stream .line{stroke-width:5.5}
.hot .arrow{fill:#b3361c}
.hot .label{fill:#1c1f24}
.key circle{fill:#fffdf9;stroke:#555b65}
.key-text{font-size:11px;font-weight:600}
.hot .key circle{fill:#b3361c;stroke:#b3361c}
.hot .key-text{fill:#fffdf9}
.outline{fill:none;stroke:#8b919b;stroke-width:1.25}
.failure-domain .outline{stroke-dasharray:1.5 4;stroke-linecap:round;stroke-width:1.75}
.consistency .outline{stroke-width:.75}
.badge-box{stroke:#555b65}`;

const dark = `
svg{background:#16181c;fill:#e9e7e2}
.ground,.badge-box{fill:#16181c}
.box{fill:#272828;stroke:#9a9892}
.rim{stroke:#9a9892}
.layer-client .box{fill:#222933;stroke:#7a95c0}
.layer-ingestion .box{fill:#1d2a2e;stroke:#55a4a8}
.layer-processing .box{fill:#282734;stroke:#a189c5}
.layer-serving .box{fill:#2b2822;stroke:#b9974c}
.layer-storage .box{fill:#212b27;stroke:#72a675}
.layer-client .rim{stroke:#7a95c0}
.layer-ingestion .rim{stroke:#55a4a8}
.layer-processing .rim{stroke:#a189c5}
.layer-serving .rim{stroke:#b9974c}
.layer-storage .rim{stroke:#72a675}
.line{stroke:#8e9299}
.core{stroke:#16181c}
.arrow{fill:#8e9299}
.label,.note,.boundary-title{fill:#a9adb5}
.hot .line{stroke:#ff8d6b}
.hot .arrow{fill:#ff8d6b}
.hot .label{fill:#e9e7e2}
.key circle{fill:#16181c;stroke:#a9adb5}
.hot .key circle{fill:#ff8d6b;stroke:#ff8d6b}
.hot .key-text{fill:#16181c}
.outline{stroke:#737984}
.badge-box{stroke:#a9adb5}`;

export const standaloneStyle = `${light}\n@media (prefers-color-scheme:dark){${dark}\n}\n`;
