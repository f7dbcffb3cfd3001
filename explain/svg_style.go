package explain

// pictureStyle is the same in each picture, so that several of them can stand in one page.
const pictureStyle = `.corsim-picture{--ink:#1c2430;--soft:#566071;--line:#b3bdca;` +
	`--paper:#fff;--band:#edf1f6;--good:#1b7a3d;` +
	`--bad:#c2233b;--lack:#8f5a00;--call:#2457c5;max-width:100%;height:auto}` +
	`@media (prefers-color-scheme:dark){.corsim-picture{--ink:#e7ebf2;--soft:#a4afbf;--line:#4b5769;` +
	`--paper:#12161d;--band:#1e2531;--good:#5cc985;--bad:#ff7f8a;--lack:#e6b450;--call:#8ab0fc}}` +
	`.corsim-picture text{fill:var(--ink);white-space:pre;font:11px system-ui,-apple-system,"Segoe UI",Roboto,` +
	`sans-serif}` +
	`.corsim-picture .t,.corsim-picture .c,.corsim-picture .o{font-family:ui-monospace,SFMono-Regular,Menlo,` +
	`Consolas,monospace}.corsim-picture .t{font-size:12px;font-weight:600}.corsim-picture .c{font-size:10.5px}` +
	`.corsim-picture .o{font-size:9.5px;fill:var(--soft)}.corsim-picture .b{font-size:11.5px;font-weight:600}` +
	`.corsim-picture .soft{fill:var(--soft)}.corsim-picture .good{fill:var(--good)}` +
	`.corsim-picture .bad{fill:var(--bad)}.corsim-picture .lack{fill:var(--lack)}` +
	`.corsim-picture .call{fill:var(--call)}.corsim-picture .on{fill:var(--paper)}` +
	`.corsim-picture .paper{fill:var(--paper);stroke:var(--line)}.corsim-picture .band{fill:var(--band)}` +
	`.corsim-picture .ghost{fill:var(--paper);stroke:var(--line);stroke-dasharray:4 3}` +
	`.corsim-picture .stop{fill:var(--paper);stroke:var(--bad);stroke-width:1.5}` +
	`.corsim-picture .doubt{fill:var(--paper);stroke:var(--lack);stroke-width:1.5}` +
	`.corsim-picture .pass{fill:var(--paper);stroke:var(--good);stroke-width:1.5}` +
	`.corsim-picture .veil{fill:var(--paper);stroke:var(--call);stroke-width:1.5}` +
	`.corsim-picture .lane{stroke:var(--line);stroke-width:1.5}` +
	`.corsim-picture .arrow{fill:none;stroke:var(--ink);stroke-width:1.5}` +
	`.corsim-picture .none{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:4 3}` +
	`.corsim-picture .head{fill:var(--ink)}.corsim-picture .dot{fill:var(--soft)}` +
	`.corsim-picture .mark{fill:none;stroke:var(--paper);stroke-width:1.6}` +
	`.corsim-picture .gap{fill:none;stroke:var(--lack);stroke-width:1.5;stroke-dasharray:2.4 1.6}` +
	`.corsim-picture .cross{fill:none;stroke:var(--bad);stroke-width:2}`
