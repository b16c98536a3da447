//! What should be bought, and which stock runs low.

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::error::Error;
use crate::purchase::{PurchaseTodo, StockAlert, StockWatch, TodoStatus};
use crate::store::{Document, DocumentKey, DocumentKind, Store};
use crate::value::{Instant, SkuId, TenantId};

/// What should be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskTodos"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskTodos {
    /// Whose.
    pub tenant: TenantId,
    /// Only of this SKU.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// Only those that stand so; open ones when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TodoStatus>,
    /// When; a to-do snoozed until then or earlier is open.
    pub at: Instant,
}

/// Which stock runs low.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskAlerts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskAlerts {
    /// Whose.
    pub tenant: TenantId,
    /// Only of this SKU.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
}

/// What should be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodosAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodosAnswer {
    /// By SKU, oldest first.
    pub todos: Vec<TodoView>,
}

/// A to-do of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoView {
    /// The SKU.
    pub sku: SkuId,
    /// Where it stands at the instant asked for.
    pub status: TodoStatus,
    /// The to-do.
    pub todo: PurchaseTodo,
}

/// Which stock runs low.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AlertsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertsAnswer {
    /// By SKU and node.
    pub alerts: Vec<AlertView>,
}

/// A raised alert of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertView {
    /// The SKU.
    pub sku: SkuId,
    /// The alert.
    pub alert: StockAlert,
}

impl<S: Store> Oms<S> {
    /// What should be bought of a SKU, or of all of them: the to-dos that stand so at an instant. `O(SKUs with
    /// to-dos)`.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn todos(
        &self,
        tenant: &TenantId,
        sku: Option<&SkuId>,
        status: TodoStatus,
        at: Instant,
    ) -> Result<Vec<TodoView>, Error> {
        let mut views = Vec::new();
        self.each_watch(tenant, sku, |watch| {
            let standing = watch.todos.iter().filter(|todo| todo.status_at(at) == status);
            views.extend(standing.map(|todo| TodoView {
                sku: watch.sku.clone(),
                status,
                todo: todo.clone(),
            }));
        })?;
        Ok(views)
    }

    /// The raised alerts of a SKU, or of all of them. `O(SKUs with to-dos)`.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn alerts(&self, tenant: &TenantId, sku: Option<&SkuId>) -> Result<Vec<AlertView>, Error> {
        let mut views = Vec::new();
        self.each_watch(tenant, sku, |watch| {
            let view = |alert: &StockAlert| AlertView { sku: watch.sku.clone(), alert: alert.clone() };
            views.extend(watch.alerts.iter().map(view));
        })?;
        Ok(views)
    }

    fn each_watch(
        &self,
        tenant: &TenantId,
        sku: Option<&SkuId>,
        mut take: impl FnMut(&StockWatch),
    ) -> Result<(), Error> {
        if let Some(sku) = sku {
            let snapshot = self.load_one(DocumentKey::stock_watch(tenant, sku))?;
            for entry in snapshot.documents {
                if let Document::StockWatch(watch) = &entry.stored.document {
                    take(watch);
                }
            }
            return Ok(());
        }
        self.each_document(tenant, DocumentKind::StockWatch, |document| {
            if let Document::StockWatch(watch) = document {
                take(watch);
            }
        })
    }
}
