package dev.rapport.ui.administrators;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.Administrators;
import dev.rapport.admin.Administrators.Account;
import dev.rapport.admin.Role;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.CopyButton;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.wording.Numbers;
import dev.rapport.ui.wording.SiteWords;

/** Accounts and invitations. */
@Requires(Role.OWNER)
@PageTitle("Administrators · Rapport")
@Route(value = "administrators", layout = MainLayout.class)
public final class AdministratorsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Administrators administrators;
    private final Select<Role> role = new Select<>();
    private final Div link = new Div();

    /** The page over these accounts. */
    public AdministratorsView(Administrators administrators) {
        super("Administrators");
        this.administrators = administrators;
        role.setLabel("Role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(SiteWords::role);
        role.setValue(Role.EDITOR);
        role.setHelperText(duties(Role.EDITOR));
        role.addValueChangeListener(change -> role.setHelperText(duties(change.getValue())));
        link.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        Numbers numbers = Numbers.current();
        DataTable<Account> table = new DataTable<Account>("Accounts")
                .text("Name", Account::name)
                .text("Role", account -> SiteWords.role(account.role()))
                .text("May", account -> SiteWords.duties(account.role()))
                .text("Since", account -> numbers.time(account.createdAt()))
                .rows(administrators.all());
        Button invite = new Button("Create invitation link", click -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(role);
        fields.addClassName("fields");
        add(new Panel("Accounts", table), new Panel("Invite somebody", fields, new Div(invite), link));
    }

    private static String duties(Role role) {
        return "May " + SiteWords.duties(role);
    }

    private void invite() {
        String token = administrators.invite(role.getValue(), SignedIn.who());
        UI.getCurrent().getPage().executeJs("return location.origin").then(String.class, origin -> {
            Code address = new Code(origin + "/setup?token=" + token);
            address.addClassName("address");
            link.removeAll();
            link.add(
                    Notice.good("This link creates one account with the role "
                            + SiteWords.role(role.getValue()).toLowerCase(java.util.Locale.ROOT)
                            + ". It works once, within 24 hours, and is shown only now."),
                    address,
                    new Div(new CopyButton("Copy link", address)));
        });
    }
}
