package dev.warmpath.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An OpenID provider elsewhere, with ES256 keys that can be rotated. */
final class ForeignIssuer implements AutoCloseable {
    private final HttpServer server;
    private final List<ECKey> keys = new CopyOnWriteArrayList<>();
    volatile String discovery;
    final AtomicInteger keyRequests = new AtomicInteger();

    ForeignIssuer() throws IOException, JOSEException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        discovery = "{\"jwks_uri\": \"" + url() + "/keys\"}";
        serve("/.well-known/openid-configuration", () -> discovery);
        serve("/keys", () -> {
            keyRequests.incrementAndGet();
            return new JWKSet(List.copyOf(keys)).toString(true);
        });
        server.start();
        addKey("first");
    }

    private void serve(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void addKey(String id) throws JOSEException {
        keys.add(new ECKeyGenerator(Curve.P_256).keyID(id).generate());
    }

    void replaceKey(String id) throws JOSEException {
        keys.clear();
        addKey(id);
    }

    ECKey key() {
        return keys.getLast();
    }

    /** A token signed with the newest key. */
    String token(Map<String, Object> claims) throws JOSEException {
        return sign(JWSAlgorithm.ES256, key().getKeyID(), new ECDSASigner(key()), claims);
    }

    static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer, Map<String, Object> claims)
            throws JOSEException {
        JWSObject token =
                new JWSObject(new JWSHeader.Builder(algorithm).keyID(keyId).build(), new Payload(claims));
        token.sign(signer);
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
