package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** With a keystore the platform speaks HTTPS, and HTTP does nothing but say so. */
class TlsIT {

    private static final String PASSWORD = "the keystore's own";
    private static Platform platform;
    private static URI https;
    private static SSLContext trust;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Shared.folder("tls");
        Files.createDirectories(folder);
        Path keystore = folder.resolve("site.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        int port = Platform.freePort();
        platform = Platform.start(
                folder.resolve("data"),
                Map.of(
                        "JUTONG_TLS_KEYSTORE",
                        keystore.toString(),
                        "JUTONG_TLS_PASSWORD_FILE",
                        password.toString(),
                        "JUTONG_TLS_PORT",
                        String.valueOf(port)));
        https = URI.create("https://127.0.0.1:" + port);
        trust = trusting(keystore);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void pagesAreServedAndTheBrowserIsToldToStayWithHttps() throws Exception {
        HttpResponse<String> page = get(https.resolve("/sites/" + Province.GUIYANG + "/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().map().keySet())
                .extracting(String::toLowerCase)
                .doesNotContain("server", "x-powered-by");
    }

    @Test
    void httpSendsReadersToHttpsAndStillSaysThatItLives() throws Exception {
        HttpResponse<String> redirect = get(platform.url().resolve("/sites/" + Province.GUIYANG + "/?page=2"));
        assertThat(redirect.statusCode()).isEqualTo(308);
        assertThat(redirect.headers().firstValue("Location"))
                .contains(https + "/sites/" + Province.GUIYANG + "/?page=2");
        assertThat(redirect.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(get(platform.url().resolve("/health/ready")).statusCode()).isEqualTo(200);
        assertThat(get(platform.url().resolve("/api/v1/sites")).statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionsCookieIsOfThisHostAndOfHttpsAlone() throws Exception {
        HttpResponse<String> session = client().send(
                        HttpRequest.newBuilder(https.resolve("/api/v1/session"))
                                .header("Content-Type", "application/json")
                                .header("Origin", https.toString())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"username\":\"admin\",\"password\":\"" + Platform.PASSWORD + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        String cookie = session.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("__Host-jutong_session=").contains("Path=/", "HttpOnly", "Secure", "SameSite=");
        assertThat(cookie).doesNotContain("Domain");
        assertThat(client().send(
                                HttpRequest.newBuilder(https.resolve("/api/v1/session"))
                                        .header("Cookie", cookie.split(";")[0])
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void oldProtocolsAreRefused() throws Exception {
        assertThat(protocol("TLSv1.3")).isEqualTo("TLSv1.3");
        assertThat(protocol("TLSv1.2")).isEqualTo("TLSv1.2");
        assertThatThrownBy(() -> protocol("TLSv1.1")).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> protocol("TLSv1")).isInstanceOf(SSLException.class);
    }

    @Test
    void thePasswordIsNeitherLoggedNorOnTheCommandLine() {
        assertThat(platform.log()).doesNotContain(PASSWORD);
        assertThat(platform.java().info().commandLine().orElse("")).doesNotContain(PASSWORD);
    }

    private static String protocol(String name) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", https.getPort())) {
            // the machine itself must not be what refuses
            socket.setEnabledProtocols(new String[] {name});
            socket.setEnabledCipherSuites(socket.getSupportedCipherSuites());
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return client().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static SSLContext trusting(Path keystore) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", keys.getCertificate("site"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
