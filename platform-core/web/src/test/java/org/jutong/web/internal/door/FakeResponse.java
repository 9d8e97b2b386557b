package org.jutong.web.internal.door;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;

/** A response that keeps what is answered; {@code sendError} is a failure, because the container would answer. */
public final class FakeResponse {

    public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public int status = 200;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class}, this::answer);
    }

    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private Object answer(Object proxy, Method asked, Object[] given) {
        return switch (asked.getName()) {
            case "setHeader", "addHeader" -> {
                headers.put((String) given[0], (String) given[1]);
                yield null;
            }
            case "setContentType" -> {
                headers.put("Content-Type", (String) given[0]);
                yield null;
            }
            case "setStatus" -> {
                status = (int) given[0];
                yield null;
            }
            case "getStatus" -> status;
            case "isCommitted" -> false;
            case "resetBuffer" -> {
                body.reset();
                yield null;
            }
            case "getOutputStream" -> new Kept();
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }

    private final class Kept extends ServletOutputStream {
        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
