package engine

// The facts about resource policies and embedder policies, and about what documents may do with one another.
const (
	// UnknownResourcePolicyAllows lets a Cross-Origin-Resource-Policy that is none of the three values allow everybody.
	UnknownResourcePolicyAllows Fact = urlEnd + iota
	// OriginKeyedByDefault puts secure documents in origin-keyed agent clusters unless they ask for the site's.
	OriginKeyedByDefault
	// NoOriginKeyedClusters knows site-keyed agent clusters only.
	NoOriginKeyedClusters
	// PrototypeSecurityError throws a SecurityError where the prototype of another origin's Window is set.
	PrototypeSecurityError
	// OpaqueTargetOriginError throws a SyntaxError for a target origin that is opaque.
	OpaqueTargetOriginError
	// BlobTargetOriginOpaque takes the target origin of a blob: URL for an opaque one.
	BlobTargetOriginOpaque
	// StorageByTopLevelSite keeps storage for each top-level site apart.
	StorageByTopLevelSite
	// StorageByAncestors keeps storage of what another site embeds apart from that of the same site alone.
	StorageByAncestors
	// NoNoopenerAllowPopups does not know the opener policy noopener-allow-popups.
	NoNoopenerAllowPopups
	// NoCredentiallessEmbedding does not know the embedder policy credentialless.
	NoCredentiallessEmbedding
	// OpenerPolicyInCSPSandbox shows a document that sandboxes itself and has an opener policy.
	OpenerPolicyInCSPSandbox
	// NoIsolationPermission isolates documents whatever their permissions policy says.
	NoIsolationPermission
	// FrameAncestorsByIP lets frame-ancestors name IP addresses.
	FrameAncestorsByIP
	// FrameAncestorsIgnorePath leaves the path of a source in frame-ancestors unread.
	FrameAncestorsIgnorePath
	// FrameAncestorsStarOpaque lets * in frame-ancestors stand for opaque origins.
	FrameAncestorsStarOpaque
	// AboutDocumentHasCookies gives about:blank and about:srcdoc documents the cookies of who made them.
	AboutDocumentHasCookies
	// BlobDocumentHasCookies gives the documents of blob: URLs the cookies of who made them.
	BlobDocumentHasCookies
	// DataDocumentCookieError throws a SecurityError for document.cookie in the document of a data: URL.
	DataDocumentCookieError
	// SecurityPolicyByIP lets the sources of fetch directives be IP addresses.
	SecurityPolicyByIP
	// NoDataURLInTabs lets no page take a tab to a data: URL.
	NoDataURLInTabs

	isolationEnd
)

var isolation = []Entry{
	{
		Fact: UnknownResourcePolicyAllows, Name: "isolation/unknown-resource-policy-allows", In: firefox153,
		Sentence: "On a page with an embedder policy, a Cross-Origin-Resource-Policy of another value than the " +
			"three, or of several, allows everybody; in the standard it is as good as none.",
		Evidence: []string{"s1-6607", "s1-6755"},
	},
	{
		Fact: OriginKeyedByDefault, Name: "isolation/origin-keyed-by-default", In: chromium156,
		Sentence: "In a secure context document.domain does nothing without Origin-Agent-Cluster: ?0; in the " +
			"standard agent clusters are origin-keyed only where that header asks for it.",
		Evidence: []string{
			"https://github.com/whatwg/html/issues/7617",
			"asked: originAgentCluster is true without the header, and for a malformed one; false on http:",
		},
	},
	{
		Fact: NoOriginKeyedClusters, Name: "isolation/no-origin-keyed-clusters", In: webkitGTK250,
		Sentence: "Setting document.domain works under Origin-Agent-Cluster: ?1 and in cross-origin isolated " +
			"documents; in the standard it does nothing there.",
		Evidence: []string{"asked: there is no window.originAgentCluster, and document.domain reads as it was set"},
	},
	{
		Fact: PrototypeSecurityError, Name: "isolation/prototype-security-error", In: chromium156,
		Sentence: "Object.setPrototypeOf() and Object.preventExtensions() with a Window of another origin throw a " +
			"SecurityError; in the standard a TypeError, or nothing where the prototype is null.",
		Evidence: []string{"asked: the three calls on the contentWindow of a frame of another origin"},
	},
	{
		Fact: OpaqueTargetOriginError, Name: "isolation/opaque-target-origin-error", In: chromium156 | webkitGTK250,
		Sentence: "postMessage() with a data: URL as target origin throws a SyntaxError; in the standard the " +
			"message is dropped.",
		Evidence: []string{"asked: postMessage(message, \"data:,x\")"},
	},
	{
		Fact: BlobTargetOriginOpaque, Name: "isolation/blob-target-origin-opaque", In: firefox153,
		Sentence: "A blob: URL that names no Blob has no target origin to give; in the standard it has that of the " +
			"URL in its path.",
		Evidence: []string{"asked: postMessage() to blob:http://127.0.0.1/x, with a document of that origin"},
	},
	{
		Fact: StorageByTopLevelSite, Name: "isolation/storage-by-top-level-site", In: allBuilds,
		Sentence: "An origin has storage for each top-level site that it is embedded in; in the standard it has " +
			"one.",
		Evidence: []string{
			"https://privacycg.github.io/storage-partitioning/",
			"asked: localStorage that a frame of another site has set is not there at the top level",
		},
	},
	{
		Fact: StorageByAncestors, Name: "isolation/storage-by-ancestors", In: chromium156 | firefox153,
		Sentence: "A document in a frame of another site in a page of its own site does not share the storage of " +
			"the page; in the standard it does.",
		Evidence: []string{"asked: localStorage of A in B in A is empty; in WebKit it is that of A"},
	},
	{
		Fact: NoNoopenerAllowPopups, Name: "isolation/no-noopener-allow-popups", In: firefox153,
		Sentence: "The opener policy noopener-allow-popups counts as unsafe-none; in the standard it cuts the " +
			"popup off from its opener.",
		Evidence: []string{"asked: a popup with it keeps its opener"},
	},
	{
		Fact: NoCredentiallessEmbedding, Name: "isolation/no-credentialless", In: webkitGTK250,
		Sentence: "The embedder policy credentialless counts as unsafe-none; in the standard it takes the " +
			"credentials from requests to other origins in mode no-cors, and lets the page be isolated.",
		Evidence: []string{
			"s1-3681",
			"s1-4081",
			"asked: a document with it and same-origin as opener policy is not isolated, nor may it be in a frame of one with require-corp",
		},
	},
	{
		Fact: OpenerPolicyInCSPSandbox, Name: "isolation/opener-policy-in-csp-sandbox", In: allBuilds,
		Sentence: "A document whose Content-Security-Policy sandboxes it may have an opener policy; in the " +
			"standard it is a network error.",
		Evidence: []string{"asked: a popup with both headers is shown, and its opener is cut"},
	},
	{
		Fact: NoIsolationPermission, Name: "isolation/no-isolation-permission", In: firefox153 | webkitGTK250,
		Sentence: "Permissions-Policy: cross-origin-isolated=() does not keep a document from being cross-origin " +
			"isolated; in the standard it does.",
		Evidence: []string{"asked: crossOriginIsolated is true under that header"},
	},
	{
		Fact: FrameAncestorsByIP, Name: "isolation/frame-ancestors-by-ip", In: allBuilds,
		Sentence: "A source in frame-ancestors can be an IP address; in the standard a host that is no domain " +
			"matches none but a scheme, * and 'self'.",
		Evidence: []string{"asked: frame-ancestors http://127.0.0.1:38101 in a page of that origin"},
	},
	{
		Fact: FrameAncestorsIgnorePath, Name: "isolation/frame-ancestors-ignore-path", In: firefox153,
		Sentence: "The path of a source in frame-ancestors is not looked at; in the standard it must match the " +
			"slash that is the path of an origin.",
		Evidence: []string{"asked: frame-ancestors localhost:38101/path in a page of that host"},
	},
	{
		Fact: FrameAncestorsStarOpaque, Name: "isolation/frame-ancestors-star-opaque", In: firefox153,
		Sentence: "The source * in frame-ancestors matches sandboxed and data: documents too; in the standard " +
			"nothing matches an opaque origin.",
		Evidence: []string{"asked: frame-ancestors * in a sandboxed parent and in one from a data: URL"},
	},
	{
		Fact: AboutDocumentHasCookies, Name: "isolation/about-document-has-cookies", In: allBuilds,
		Sentence: "An about:blank or about:srcdoc document has the cookies of the document that made it; in the " +
			"standard it has none.",
		Evidence: []string{"asked: contentDocument.cookie of frames without src and with srcdoc"},
	},
	{
		Fact: BlobDocumentHasCookies, Name: "isolation/blob-document-has-cookies", In: firefox153,
		Sentence: "The document of a blob: URL has the cookies of the document that made it; in the standard it " +
			"has none.",
		Evidence: []string{"asked: contentDocument.cookie of a frame of a blob: URL"},
	},
	{
		Fact: DataDocumentCookieError, Name: "isolation/data-document-cookie-error", In: chromium156,
		Sentence: "In the document of a data: URL document.cookie throws a SecurityError; in the standard it is " +
			"empty.",
		Evidence: []string{"asked: document.cookie in a frame of a data: URL"},
	},
	{
		Fact: SecurityPolicyByIP, Name: "isolation/security-policy-by-ip", In: allBuilds,
		Sentence: "A source of a Content-Security-Policy can be an IP address; in the standard a host that is no domain " +
			"matches none but a scheme, * and 'self'.",
		Evidence: []string{"asked: img-src and connect-src http://127.0.0.1:9102 in a page of http://127.0.0.1:9103"},
	},
	{
		Fact: NoDataURLInTabs, Name: "isolation/no-data-url-in-tabs", In: allBuilds,
		Sentence: "Script and links of a page cannot take a tab to a data: URL; in the standard they can.",
		Evidence: []string{"asked: location = \"data:text/html,hello\" leaves the page where it is"},
	},
}
