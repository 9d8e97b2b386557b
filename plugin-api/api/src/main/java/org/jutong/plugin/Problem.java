package org.jutong.plugin;

import java.util.List;
import java.util.Optional;

/**
 * A refusal that its reader can act on: thrown by the platform and by plugins, turned by the platform's one mapper
 * into {@code application/problem+json} on REST, into an error page on the portal, into one sentence at the shell.
 *
 * <p>The words come from the text files of the bundles ({@code JUTONG-INF/texts/zh-CN.properties} and
 * {@code en.properties}), key {@code problem.<code>}, a {@link java.text.MessageFormat} pattern given
 * {@link #arguments()}. Nothing of a cause or a stack trace reaches the reader.
 *
 * <p>Immutable; carries no stack trace, because it reports the caller's mistake and not a bug.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;
    private final transient List<Object> arguments;
    private final transient List<Fault> faults;

    private Problem(int status, String code, String field, Object... arguments) {
        this(status, code, field, List.of(arguments), List.of());
    }

    private Problem(int status, String code, String field, List<Object> arguments, List<Fault> faults) {
        super(code + (field == null ? "" : " [" + field + "]") + " " + arguments, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.arguments = arguments;
        this.faults = List.copyOf(faults);
    }

    /**
     * One of several things that are wrong at once. In {@code application/problem+json} they are the member
     * {@code errors}, each with {@code code}, {@code title}, {@code field} and {@code source}.
     *
     * @param code the stable name of the rule
     * @param text the key of the words that explain it
     * @param arguments what the words' placeholders are filled with
     * @param field what is wrong
     * @param source the document that asks for it; may be empty
     */
    public record Fault(String code, String text, List<Object> arguments, String field, String source) {}

    /** The same refusal, naming all that is wrong. */
    public Problem listing(List<Fault> all) {
        return new Problem(status, code, field, arguments(), all);
    }

    /** 400: the named field of the request is wrong. */
    public static Problem invalid(String code, String field, Object... arguments) {
        return new Problem(400, code, field, arguments);
    }

    /** 401: nobody is signed in, or the credentials are wrong. */
    public static Problem unauthenticated(String code, Object... arguments) {
        return new Problem(401, code, null, arguments);
    }

    /** 403: the caller is known and lacks the right. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(403, code, null, arguments);
    }

    /** 404: no such thing, or not for this site. */
    public static Problem notFound(String code, Object... arguments) {
        return new Problem(404, code, null, arguments);
    }

    /** 409: the thing's present state does not allow it. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(409, code, null, arguments);
    }

    /** Any other refusal; {@code status} is an HTTP status from 400 to 599. */
    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, null, arguments);
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The stable snake_case name of the refusal; clients may branch on it. */
    public String code() {
        return code;
    }

    /** The request field that is wrong, where one is. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** All that is wrong, where the refusal is for several things; else empty. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /** What the text's placeholders are filled with, in order; never {@code null}. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
