package dev.rapport.server.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The face sense with an operator's own landmarker: the worker that runs it takes the place of the one with the bundled mesh, under
 * the same name, so that neither a page nor the measuring frame needs to know.
 */
public final class LandmarkerRoutes {
    private static final String WORKER = "rapport-landmarker-worker.js";
    private static final String IN_PLACE_OF = "rapport-face-worker.js";
    private static final String FILE = "rapport-landmarker.task";

    /** Worker and file belong together: neither is used from a cache without asking, which costs 304 while they are the same. */
    private static final String ASK_AGAIN = "no-cache";

    private LandmarkerRoutes() {}

    /**
     * Answers for the worker and its file.
     *
     * @param file the landmarker
     * @param sha256 of it, hex, which the worker compares once more
     * @throws IllegalStateException when this build carries no worker for it
     */
    public static Map<String, Route> of(byte[] file, String sha256) {
        StaticFiles widget = new StaticFiles("/dev/rapport/widget/");
        byte[] script = required(widget, WORKER).body();
        ByteArrayOutputStream pinned = new ByteArrayOutputStream(script.length + 128);
        pinned.writeBytes(("self.rapportLandmarker=\"" + sha256 + "\";\n").getBytes(StandardCharsets.UTF_8));
        pinned.writeBytes(script);
        StaticFiles.Body worker = StaticFiles.body(WORKER, pinned.toByteArray());
        StaticFiles.Body policy = required(widget, WORKER + ".csp");
        StaticFiles.Body landmarker = StaticFiles.body(FILE, file);
        return Map.of(
                "/" + IN_PLACE_OF,
                (request, address, context) -> {
                    PublicListener.guard(request, policy);
                    PublicListener.share(request, worker, ASK_AGAIN);
                },
                "/" + FILE,
                (request, address, context) -> PublicListener.share(request, landmarker, ASK_AGAIN));
    }

    private static StaticFiles.Body required(StaticFiles widget, String name) {
        return widget.file(name).orElseThrow(() -> new IllegalStateException("this build of the widget lacks " + name));
    }
}
