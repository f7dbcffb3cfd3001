package engine

// The facts about what elements and workers ask for, and what they make of an answer.
const (
	// AcceptImageJXL names JPEG XL first in an image's Accept header.
	AcceptImageJXL Fact = cacheEnd + iota
	// AcceptImageAVIF names AVIF first in an image's Accept header.
	AcceptImageAVIF
	// AcceptImageVideo names videos in an image's Accept header.
	AcceptImageVideo
	// AcceptFontFormats names the formats of fonts in a font's Accept header.
	AcceptFontFormats
	// FontsWithoutCORS fetches fonts in mode no-cors.
	FontsWithoutCORS
	// ImageSniffsSVGType sniffs an image that says it is SVG.
	ImageSniffsSVGType
	// ImageSniffsXMLTypes sniffs an image that says it is XML.
	ImageSniffsXMLTypes
	// ImageSVGTypeInLowerCase takes image/SVG+XML for no type of SVG.
	ImageSVGTypeInLowerCase
	// ImageOfOtherTypes takes an image that says it is PDF or video for that.
	ImageOfOtherTypes
	// ContentTypeFirst takes the first of several Content-Types.
	ContentTypeFirst
	// ScriptStatusBelow400 runs a classic script whatever its status below 400.
	ScriptStatusBelow400
	// ModuleStatusBelow400 runs a module script whatever its status below 400.
	ModuleStatusBelow400
	// StylesheetStatusBelow400 takes a style sheet whatever its status below 400.
	StylesheetStatusBelow400
	// StylesheetOfOtherTypeIsEmpty takes a style sheet of another type than text/css for an empty one.
	StylesheetOfOtherTypeIsEmpty
	// ModuleSyntaxErrorIsSilent fires no event at a module script that does not parse.
	ModuleSyntaxErrorIsSilent
	// ModuleTypeDecidesAlone asks of a module script only that its last Content-Type is JavaScript's.
	ModuleTypeDecidesAlone
	// AcceptDocumentImages names images and signed exchanges in a document's Accept header.
	AcceptDocumentImages
	// AcceptMediaFormats names formats of audio and video in their Accept headers.
	AcceptMediaFormats
	// ImportsWithCredentials sends credentials to other origins for importScripts().
	ImportsWithCredentials
	// PreloadNeedsOKStatus fires the error event for a preload whose status is not ok.
	PreloadNeedsOKStatus
	// ModulePreloadOfAnyType takes a preloaded module of any type.
	ModulePreloadOfAnyType
	// PreloadsMedia preloads audio and video.
	PreloadsMedia
	// ImageOfGIFScreen takes for an image what has the beginning of a GIF alone.
	ImageOfGIFScreen
	// StylesheetOfAboutBlank takes about:blank for an empty style sheet.
	StylesheetOfAboutBlank

	contentEnd
)

var content = []Entry{
	{
		Fact: AcceptImageJXL, Name: "content/accept-image-jxl", In: chromium156,
		Sentence: "Images are asked for with Accept: " +
			"image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8; the standard has a " +
			"shorter list.",
		Evidence: []string{"s1-0001"},
	},
	{
		Fact: AcceptImageAVIF, Name: "content/accept-image-avif", In: firefox153,
		Sentence: "Images are asked for with Accept: " +
			"image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5; the standard has a shorter " +
			"list.",
		Evidence: []string{"s1-0001"},
	},
	{
		Fact: AcceptImageVideo, Name: "content/accept-image-video", In: webkitGTK250,
		Sentence: "Images are asked for with Accept: " +
			"image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5; the standard has " +
			"a shorter list.",
		Evidence: []string{"s1-0001"},
	},
	{
		Fact: AcceptFontFormats, Name: "content/accept-font-formats", In: firefox153,
		Sentence: "Fonts are asked for with Accept: " +
			"application/font-woff2;q=1.0,application/font-woff;q=0.9,*/*;q=0.8; the standard has */*.",
		Evidence: []string{"s1-0049"},
	},
	{
		Fact: FontsWithoutCORS, Name: "content/fonts-without-cors", In: webkitGTK250,
		Sentence: "A font that script loads by FontFace is fetched in mode no-cors with credentials, so that no " +
			"CORS header is needed; the standard has mode cors.",
		Evidence: []string{"s1-0049", "s1-6265"},
	},
	{
		Fact: ImageSniffsSVGType, Name: "content/image-sniffs-svg-type", In: firefox153,
		Sentence: "An image with the type image/svg+xml may be of any other format; in the standard it is SVG or " +
			"broken.",
		Evidence: []string{"s1-1070", "s1-4829"},
	},
	{
		Fact: ImageSniffsXMLTypes, Name: "content/image-sniffs-xml-types", In: allBuilds,
		Sentence: "An image with an XML type other than SVG's may be of any format; in the standard XML is not " +
			"sniffed.",
		Evidence: []string{"s1-0144", "s1-0554"},
	},
	{
		Fact: ImageOfOtherTypes, Name: "content/image-of-other-types", In: webkitGTK250,
		Sentence: "An image with the type application/pdf, or that of a video, is that or broken; in the standard " +
			"it is sniffed.",
		Evidence: []string{"s1-0611"},
	},
	{
		Fact: ImageSVGTypeInLowerCase, Name: "content/image-svg-type-in-lower-case", In: webkitGTK250,
		Sentence: "An image with the type image/SVG+XML is not taken for SVG; in the standard case does not matter.",
		Evidence: []string{"z-1574"},
	},
	{
		Fact: ContentTypeFirst, Name: "content/content-type-first", In: webkitGTK250,
		Sentence: "Of several Content-Types the first counts for scripts and style sheets, and for modules the " +
			"last header; in the standard the last type that is one.",
		Evidence: []string{"s1-5940"},
	},
	{
		Fact: ScriptStatusBelow400, Name: "content/script-status-below-400", In: chromium156 | webkitGTK250,
		Sentence: "A classic script may have a status from 300 to 399 that does not redirect, such as 304; the " +
			"standard wants 200 to 299.",
		Evidence: []string{"s1-7623", "s1-1521"},
	},
	{
		Fact: ModuleStatusBelow400, Name: "content/module-status-below-400", In: webkitGTK250,
		Sentence: "A module script may have a status from 300 to 399 that does not redirect, such as 304; the " +
			"standard wants 200 to 299.",
		Evidence: []string{"s1-1414"},
	},
	{
		Fact: StylesheetStatusBelow400, Name: "content/stylesheet-status-below-400", In: chromium156,
		Sentence: "A style sheet may have a status from 300 to 399 that does not redirect, such as 304; the " +
			"standard wants 200 to 299.",
		Evidence: []string{"s1-3353", "s1-5984"},
	},
	{
		Fact: StylesheetOfOtherTypeIsEmpty, Name: "content/stylesheet-of-other-type-is-empty", In: chromium156,
		Sentence: "A style sheet that says it is something else than text/css is taken for an empty one, and its " +
			"element fires load; in the standard it fires error.",
		Evidence: []string{"s1-0523", "s1-2288"},
	},
	{
		Fact: ModuleSyntaxErrorIsSilent, Name: "content/module-syntax-error-is-silent", In: webkitGTK250,
		Sentence: "The element of a module script that does not parse fires no event; in the standard it fires " +
			"load.",
		Evidence: []string{"s1-1545", "s1-2635"},
	},
	{
		Fact: ModuleTypeDecidesAlone, Name: "content/module-type-decides-alone", In: webkitGTK250,
		Sentence: "A module script need only have a JavaScript type in its last Content-Type, also with nosniff; " +
			"in the standard nosniff holds for it as for other scripts.",
		Evidence: []string{"s1-1414"},
	},
	{
		Fact: AcceptDocumentImages, Name: "content/accept-document-images", In: chromium156,
		Sentence: "Documents are asked for with Accept: " +
			"text/html,application/xhtml+xml,application/xml;q=0.9,image/jxl,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7; " +
			"in the standard the list is shorter.",
		Evidence: []string{"asked: what a server sees when a page is opened"},
	},
	{
		Fact: AcceptMediaFormats, Name: "content/accept-media-formats", In: firefox153,
		Sentence: "Audio and video are asked for with an Accept header that names their formats, such as " +
			"audio/webm,audio/ogg,audio/wav; in the standard with */*.",
		Evidence: []string{"asked: what a server sees of audio and video elements"},
	},
	{
		Fact: ImportsWithCredentials, Name: "content/imports-with-credentials", In: allBuilds,
		Sentence: "importScripts() sends cookies to other origins, as a script element does; in the standard only to " +
			"the worker's own.",
		Evidence: []string{"asked: importScripts() of http://localhost:38702 in a worker of http://localhost:38701"},
	},
	{
		Fact: PreloadNeedsOKStatus, Name: "content/preload-needs-ok-status", In: allBuilds,
		Sentence: "A preload that is answered with 404 fires the error event; in the standard the load event.",
		Evidence: []string{"asked: link rel=preload as=script of a script that is not there"},
	},
	{
		Fact: ModulePreloadOfAnyType, Name: "content/module-preload-of-any-type", In: webkitGTK250,
		Sentence: "A preloaded module fires the load event whatever its Content-Type; in the standard one that is no " +
			"JavaScript type fires the error event.",
		Evidence: []string{"asked: link rel=modulepreload of text/plain"},
	},
	{
		Fact: PreloadsMedia, Name: "content/preloads-media", In: firefox153,
		Sentence: "With as=audio and as=video a preload is fetched; in the standard it is not.",
		Evidence: []string{"asked: link rel=preload as=video fires the load event"},
	},
	{
		Fact: ImageOfGIFScreen, Name: "content/image-of-gif-screen", In: webkitGTK250,
		Sentence: "A GIF that ends before its first picture is an image; in the standard something must be there to " +
			"show.",
		Evidence: []string{"z-1813"},
	},
	{
		Fact: StylesheetOfAboutBlank, Name: "content/stylesheet-of-about-blank", In: firefox153,
		Sentence: "about:blank is an empty style sheet; in the standard it is HTML, and no style sheet.",
		Evidence: []string{"fa-0001"},
	},
}
