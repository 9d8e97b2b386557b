package org.jutong.web.internal.door;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** A request that is what the test says it is. */
public final class FakeRequest {

    private final String method;
    private final String uri;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private String address = "192.0.2.7";
    private boolean secure;
    private Cookie cookie;

    private FakeRequest(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    public static FakeRequest of(String method, String uri) {
        return new FakeRequest(method, uri);
    }

    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public FakeRequest cookie(String name, String value) {
        cookie = new Cookie(name, value);
        return this;
    }

    public FakeRequest from(String remote) {
        address = remote;
        return this;
    }

    public FakeRequest secure() {
        secure = true;
        return this;
    }

    public HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, this::answer);
    }

    /** As it stands in the address. */
    private String parameter(String name) {
        return Stream.of(uri.substring(uri.indexOf('?') + 1).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private Object answer(Object proxy, Method asked, Object[] given) {
        return switch (asked.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri.split("\\?")[0];
            case "getQueryString" -> uri.contains("?") ? uri.substring(uri.indexOf('?') + 1) : null;
            case "getParameter" -> parameter((String) given[0]);
            case "getCharacterEncoding" -> null;
            case "getHeader" -> headers.get((String) given[0]);
            case "getHeaders" ->
                Collections.enumeration(
                        headers.containsKey((String) given[0])
                                ? List.of(headers.get((String) given[0]).split("\n"))
                                : List.of());
            case "getCookies" -> cookie == null ? null : new Cookie[] {cookie};
            case "getAttribute" -> attributes.get((String) given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "getRemoteAddr" -> address;
            case "isSecure" -> secure;
            case "getScheme" -> secure ? "https" : "http";
            case "getServerName" -> "province.example";
            case "getContentLengthLong" -> Long.parseLong(headers.getOrDefault("Content-Length", "-1"));
            case "toString" -> String.format(Locale.ROOT, "%s %s", method, uri);
            default -> throw new UnsupportedOperationException(asked.getName());
        };
    }
}
