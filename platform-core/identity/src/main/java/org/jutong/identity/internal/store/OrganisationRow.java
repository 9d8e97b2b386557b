package org.jutong.identity.internal.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.identity.Organisation;
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "ID_ORGANISATION")
class OrganisationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organisation")
    @SequenceGenerator(name = "organisation", sequenceName = "ID_ORGANISATION_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private long id;

    @Column(name = "CODE")
    private String code;

    @Column(name = "NAME")
    private String name;

    @Column(name = "PARENT")
    private Long parent;

    @Column(name = "SITE")
    private String site;

    protected OrganisationRow() {}

    OrganisationRow(String code) {
        this.code = code;
    }

    void set(String words, Optional<Long> above, Optional<SiteCode> runs) {
        name = words;
        parent = above.orElse(null);
        site = runs.map(SiteCode::value).orElse(null);
    }

    Organisation organisation() {
        return new Organisation(
                id,
                code,
                name,
                Optional.ofNullable(parent),
                Optional.ofNullable(site).map(SiteCode::new));
    }
}
