package dev.warmpath.s3;

import dev.warmpath.engine.ChildSide;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** The child process: S3Proxy on a loopback port of the system's choice, until standard input ends. */
final class Engine {
    private Engine() {}

    /** Takes the folder that keeps the objects, or nothing to keep them in memory. */
    public static void main(String[] arguments) throws Exception {
        S3Proxy server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.NONE, null, null)
                .blobStore(store(arguments))
                // What it does not know, such as tags, changes nothing here.
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        ChildSide.serve(server.getPort());
    }

    private static BlobStore store(String[] arguments) {
        return arguments.length == 0 ? new TransientNio2BlobStore() : new FilesystemNio2BlobStore(arguments[0]);
    }
}
