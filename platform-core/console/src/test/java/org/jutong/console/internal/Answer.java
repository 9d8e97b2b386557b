package org.jutong.console.internal;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What a servlet answered to a GET, caught without a server. */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(ConsoleServlet servlet, String pathInfo, String acceptEncoding) throws Exception {
        Map<String, String> headers = new ConcurrentHashMap<>(Map.of("status", "200"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpServletRequest request = proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getPathInfo" -> pathInfo;
            case "getContextPath" -> "";
            case "getQueryString" -> null;
            case "getHeader" -> "Accept-Encoding".equals(arguments[0]) ? acceptEncoding : null;
            default -> throw new UnsupportedOperationException(method);
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (method, arguments) -> {
            switch (method) {
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength" -> headers.put("Content-Length", String.valueOf(arguments[0]));
                case "setStatus" -> headers.put("status", String.valueOf(arguments[0]));
                case "getOutputStream" -> {
                    return stream(body);
                }
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
        servlet.doGet(request, response);
        return new Answer(Integer.parseInt(headers.get("status")), headers, body.toString(StandardCharsets.UTF_8));
    }

    String header(String name) {
        return headers.get(name);
    }

    private interface Call {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(method.getName(), arguments)));
    }

    private static ServletOutputStream stream(ByteArrayOutputStream body) {
        return new ServletOutputStream() {
            @Override
            public void write(int value) {
                body.write(value);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}
        };
    }
}
