package dev.warmpath.local.http;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads bodies up to the limit of an HTTP API. */
final class RequestBody {
    /**
     * 10 MB.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">
     *     HTTP API quotas</a>
     */
    static final int LIMIT = 10 * 1024 * 1024;

    private static final int DRAIN_LIMIT = 4 * LIMIT;
    private static final byte[] EMPTY = {};

    private RequestBody() {}

    /** @throws Refusal if the body is larger than the limit, or not framed as HTTP demands */
    static byte[] read(Request request) throws IOException, Refusal {
        try {
            return readWithinLimit(request);
        } catch (HttpException.RuntimeException e) {
            throw Refusal.badRequest();
        }
    }

    private static byte[] readWithinLimit(Request request) throws IOException, Refusal {
        long length = request.getLength();
        if (length == 0) {
            return EMPTY;
        }
        if (length > LIMIT) {
            throw Refusal.tooLarge();
        }
        byte[] body = length > 0 ? readKnown(request, (int) length) : readChunked(request);
        if (body.length > LIMIT) {
            throw Refusal.tooLarge();
        }
        return body;
    }

    private static byte[] readKnown(Request request, int length) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(length);
        }
    }

    /** Does not close the stream, which would fail the rest of a body that is too long. */
    private static byte[] readChunked(Request request) throws IOException {
        return Content.Source.asInputStream(request).readNBytes(LIMIT + 1);
    }

    /**
     * Takes what a caller still sends, up to a bound: closing at once would reset the connection before it reads its
     * answer.
     */
    static void drain(Request request) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        InputStream in = Content.Source.asInputStream(request);
        int read = 0;
        for (int n = in.read(buffer); n >= 0 && read < DRAIN_LIMIT; n = in.read(buffer)) {
            read += n;
        }
    }
}
