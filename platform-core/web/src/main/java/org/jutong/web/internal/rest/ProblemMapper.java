package org.jutong.web.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.EOFException;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.door.BodyTooLarge;
import org.jutong.web.internal.http.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into problem+json; what is not a refusal is logged once and told as such. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    private HttpServletRequest request;

    private final ProblemWriter problems;

    ProblemMapper(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (isGone(thrown)) {
            LOG.debug("{} {}: the caller went away", request.getMethod(), request.getRequestURI());
            return Response.status(400).build();
        }
        Problem problem = problem(thrown);
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(ProblemWriter.TYPE).entity(problems.document(request, problem));
        if (problem.status() == 429 && !problem.arguments().isEmpty()) {
            answer.header("Retry-After", problem.arguments().get(0));
        }
        return answer.build();
    }

    /** Whether the connection broke while the answer was written. */
    private static boolean isGone(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof BodyTooLarge large) {
                return large.problem();
            }
            if (cause instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                return Problem.invalid("field_not_understood", path(mapping), path(mapping));
            }
            if (cause instanceof JsonProcessingException) {
                return Problem.invalid("malformed_json", null);
            }
            if (cause instanceof WebApplicationException refusal) {
                return refused(refusal.getResponse().getStatus());
            }
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        return Problem.of(500, "internal_error");
    }

    private static Problem refused(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("page_not_found");
            case 405 -> Problem.of(405, "method_not_allowed");
            case 406 -> Problem.of(406, "not_acceptable");
            case 415 -> Problem.of(415, "unsupported_media_type");
            default -> status < 500 ? Problem.of(status, "bad_request") : Problem.of(500, "internal_error");
        };
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
