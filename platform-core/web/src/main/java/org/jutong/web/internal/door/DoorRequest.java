package org.jutong.web.internal.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.eclipse.jetty.http.BadMessageException;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.door.TrustedProxies.Sender;

/**
 * A request as it is seen behind the door: from the address that it really came from, with parameters that are text or
 * a refusal, and with a body that ends in a refusal once it is longer than the cap, whatever its Content-Length said.
 */
final class DoorRequest extends HttpServletRequestWrapper {

    private final Sender sender;
    private final long cap;
    private ServletInputStream stream;
    private Map<String, String[]> parameters;

    /** @param cap of the body, in bytes */
    DoorRequest(HttpServletRequest request, Sender sender, long cap) {
        super(request);
        this.sender = sender;
        this.cap = cap;
    }

    @Override
    public String getRemoteAddr() {
        return sender.address();
    }

    @Override
    public String getRemoteHost() {
        return sender.address();
    }

    @Override
    public boolean isSecure() {
        return sender.secure();
    }

    @Override
    public String getScheme() {
        return sender.secure() ? "https" : "http";
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Capped(super.getInputStream(), cap);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** @throws Problem {@code bad_request} (400), {@code body_too_large} (413) for a form */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = readParameters();
        }
        return parameters;
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    private Map<String, String[]> readParameters() {
        Map<String, String[]> read;
        try {
            read = super.getParameterMap();
        } catch (BadMessageException refused) {
            throw refused.getCode() == 413 ? Problem.of(413, "body_too_large", cap / 1024) : badRequest();
        } catch (IllegalStateException | IllegalArgumentException refused) {
            // more fields or a longer form than the container reads
            throw Problem.of(413, "body_too_large", cap / 1024);
        }
        for (String[] values : read.values()) {
            for (String value : values) {
                if (!PlainText.isText(value)) {
                    throw badRequest();
                }
            }
        }
        return read;
    }

    private static Problem badRequest() {
        return Problem.of(400, "bad_request");
    }

    private static final class Capped extends ServletInputStream {

        private final ServletInputStream in;
        private final long cap;
        private long left;

        Capped(ServletInputStream in, long cap) {
            this.in = in;
            this.cap = cap;
            this.left = cap;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0 && --left < 0) {
                throw new BodyTooLarge(cap);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                left -= read;
                if (left < 0) {
                    throw new BodyTooLarge(cap);
                }
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
