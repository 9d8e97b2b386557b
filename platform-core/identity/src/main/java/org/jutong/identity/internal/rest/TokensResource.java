package org.jutong.identity.internal.rest;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.internal.signin.OwnToken;
import org.jutong.identity.internal.signin.StoredTokens;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tokens of whoever asks. */
@Component(service = RestResource.class)
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource implements RestResource {

    private final StoredTokens tokens;

    @Activate
    public TokensResource(@Reference StoredTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @SignedIn
    public OwnTokens list(@Context Actor actor) {
        return new OwnTokens(tokens.of(actor.username()).stream().map(Token::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    public Response create(NewToken body, @Context Actor actor) {
        if (body == null) {
            throw Problem.invalid("token_name_missing", "name");
        }
        Set<String> permissions = body.permissions() == null ? Set.of() : Set.copyOf(body.permissions());
        StoredTokens.Made made = tokens.create(actor, body.name(), permissions, moment(body.expires()));
        return Response.created(URI.create("tokens/" + made.facts().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Token.of(made.facts(), made.token()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @SignedIn
    public void revoke(@PathParam("id") String id, @Context Actor actor) {
        tokens.revoke(actor, actor.username(), id);
    }

    private static Instant moment(String expires) {
        if (expires == null || expires.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(expires.strip()).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("token_expires_invalid", "expires", 366);
        }
    }

    /** A token to be; {@code expires} as RFC 3339. */
    public record NewToken(String name, List<String> permissions, String expires) {}

    /** A token; itself only in the answer to its making. */
    public record Token(
            String id,
            String name,
            List<String> permissions,
            Instant expires,
            Instant created,
            Instant lastUsed,
            String token) {
        static Token of(OwnToken token) {
            return of(token, null);
        }

        static Token of(OwnToken facts, String token) {
            return new Token(
                    facts.id(),
                    facts.name(),
                    facts.permissions(),
                    facts.expires(),
                    facts.created(),
                    facts.lastUsed().orElse(null),
                    token);
        }

        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    /** All of them. */
    public record OwnTokens(List<Token> items, String next) {}
}
