package engine

// The facts about what is in a request.
const (
	// MediaInRanges asks for audio and video from the first byte on with a Range header.
	MediaInRanges Fact = requestTopic + iota
)

var request = []Entry{
	{
		Fact: MediaInRanges, Name: "request/media-in-ranges", In: chromium156 | firefox153,
		Sentence: "Audio and video are asked for with Range: bytes=0-, to learn whether the server knows ranges; the standard has no " +
			"Range header for a whole resource.",
		Evidence: []string{
			"third_party/blink/renderer/platform/media/resource_multi_buffer_data_provider.cc: Start",
			"dom/media/ChannelMediaResource.cpp: SetupChannelHeaders",
		},
	},
}
