package org.jutong.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.plugin.Problem;
import org.jutong.runtime.Texts;
import org.jutong.web.internal.door.Denials;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one mapper of refusals to {@code application/problem+json}. */
@Component(service = ProblemWriter.class)
public final class ProblemWriter {

    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private static final int LONGEST_INSTANCE = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final Texts texts;

    @Activate
    public ProblemWriter(@Reference Texts texts) {
        this.texts = texts;
    }

    /** The members of the problem document, in their order. */
    public Map<String, Object> document(HttpServletRequest request, Problem problem) {
        Denials.remember(request, problem);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("status", problem.status());
        members.put("code", problem.code());
        members.put("title", texts.say(language(request), problem));
        problem.field().ifPresent(field -> members.put("field", field));
        if (!problem.arguments().isEmpty() && problem.status() == 429) {
            members.put("retryAfter", problem.arguments().get(0));
        }
        if (!problem.faults().isEmpty()) {
            members.put(
                    "errors",
                    problem.faults().stream()
                            .map(fault -> fault(language(request), fault))
                            .toList());
        }
        String address = request.getRequestURI();
        members.put("instance", address.substring(0, Math.min(address.length(), LONGEST_INSTANCE)));
        return members;
    }

    private Map<String, Object> fault(Locale language, Problem.Fault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", fault.code());
        members.put("title", texts.say(language, fault.text(), fault.arguments()));
        members.put("field", fault.field());
        members.put("source", fault.source());
        return members;
    }

    /** Writes the answer, unless one is under way already. */
    public void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(TYPE);
        retryAfter(response, problem);
        response.getOutputStream().write(json.writeValueAsBytes(document(request, problem)));
    }

    /** 429 says when to come back. */
    static void retryAfter(HttpServletResponse response, Problem problem) {
        if (problem.status() == 429 && !problem.arguments().isEmpty()) {
            response.setHeader("Retry-After", String.valueOf(problem.arguments().get(0)));
        }
    }

    /** The language that the reader asks for. */
    public static Locale language(HttpServletRequest request) {
        return Texts.preferred(request.getHeader("Accept-Language"));
    }
}
