package org.jutong.identity.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.identity.Organisation;
import org.jutong.identity.internal.people.StoredOrganisations;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code identity:organisations}. */
@Component(service = OperatorCommand.class)
public final class OrganisationList implements OperatorCommand {

    private final StoredOrganisations organisations;

    @Activate
    public OrganisationList(@Reference StoredOrganisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "identity:organisations";
    }

    @Override
    public String description() {
        return "列出机构；给出关键词则查找。";
    }

    @Override
    public String permission() {
        return "identity.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("words", "名称或统一社会信用代码中的字", Kind.TEXT, false),
                new Argument("--below", "只列该编号机构的直属下级", Kind.TEXT, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Optional<Long> parent = Optional.ofNullable(values.get("--below")).map(text -> Arguments.number("below", text));
        List<Organisation> found = Optional.ofNullable(values.get("words"))
                .map(organisations::search)
                .orElseGet(() -> organisations.below(parent));
        return Table.of(
                List.of("编号", "统一社会信用代码", "名称", "上级", "主办站点"),
                found.stream().map(OrganisationList::row).toList());
    }

    private static List<String> row(Organisation organisation) {
        return List.of(
                Long.toString(organisation.id()),
                organisation.code(),
                organisation.name(),
                organisation.parent().map(String::valueOf).orElse(""),
                organisation.site().map(SiteCode::value).orElse(""));
    }
}
